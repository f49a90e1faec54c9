//! What users of the generated code can name, read from the Rust of a `generated/` folder.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Expr, ExprMethodCall, FnArg, GenericArgument, ImplItem, ImplItemFn, Item, ItemImpl, Lit, Meta, Pat,
    PathArguments, PathSegment, ReturnType, Token, Type, Visibility,
};

/// All that is public.
#[derive(Debug, Default, PartialEq)]
pub struct Surface {
    /// By the name of the operation's type, which is the API's.
    pub operations: BTreeMap<String, Operation>,
    /// Structs, enumerations and unions, by name.
    pub models: BTreeMap<String, Model>,
    /// Whatever else is public: its declaration, by name.
    pub others: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Operation {
    /// The method of the client that makes its calls.
    pub function: String,
    pub parameters: Vec<Argument>,
    pub method: String,
    pub path: String,
    pub redirects: bool,
    pub output: String,
    pub paginated: bool,
    pub page_size: bool,
    pub setters: BTreeMap<String, Setter>,
    /// How arguments become a request, with their positions in place of their names.
    pub request: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    pub name: String,
    pub kind: String,
}

/// An optional parameter of an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct Setter {
    /// The types of its arguments.
    pub kinds: String,
    /// The name of the parameter in the request.
    pub wire: String,
    /// How it goes into the request.
    pub request: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub shape: Shape,
    /// Whether it is `#[non_exhaustive]`, so that more may come without breaking users.
    pub open: bool,
    /// Serde's attributes, such as `tag = "type"`.
    pub serde: BTreeSet<String>,
    pub traits: BTreeSet<String>,
    /// The arguments of `new`.
    pub new: Option<Vec<Argument>>,
    /// The signatures of all other methods, by name.
    pub methods: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Struct(BTreeMap<String, Field>),
    Enum(BTreeMap<String, Variant>),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub kind: String,
    pub wire: String,
    /// How it is read and written: the calls that do it, or serde's other attributes.
    pub serde: BTreeSet<String>,
}

/// A value of an enumeration, or a variant of a union.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// What it holds; empty for a value.
    pub kind: String,
    pub wire: String,
    /// Serde's other attributes.
    pub serde: BTreeSet<String>,
}

/// Reads Rust sources, given by path.
pub fn parse<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Surface> {
    let mut items = Vec::new();
    for (path, text) in sources {
        let file = syn::parse_file(text).with_context(|| format!("{path} is not Rust"))?;
        items.extend(file.items);
    }
    let mut surface = Surface::default();
    let operations: BTreeSet<String> = items
        .iter()
        .filter_map(|item| implementation(item, "Operation"))
        .map(|item| type_name(&item.self_ty))
        .collect();
    for item in &items {
        surface.declare(item, &operations);
    }
    for item in &items {
        if let Item::Impl(item) = item {
            surface.implement(item);
        }
    }
    Ok(surface)
}

impl Surface {
    /// Takes in all items that are no `impl`.
    fn declare(&mut self, item: &Item, operations: &BTreeSet<String>) {
        let (name, visibility, declaration) = match item {
            Item::Enum(item) if operations.contains(&item.ident.to_string()) => {
                self.operations.insert(item.ident.to_string(), Operation::default());
                return;
            }
            Item::Struct(item) if public(&item.vis) => {
                let fields = item.fields.iter().enumerate().filter(|(_, field)| public(&field.vis));
                let fields = fields.map(|(at, field)| {
                    let name = field.ident.as_ref().map_or_else(|| at.to_string(), ToString::to_string);
                    let (wire, serde) = serde(&field.attrs);
                    let wire = wire.unwrap_or_else(|| name.clone());
                    (name, Field { kind: render(&field.ty), wire, serde })
                });
                let shape = Shape::Struct(fields.collect());
                self.models.insert(item.ident.to_string(), model(shape, &item.attrs));
                return;
            }
            Item::Enum(item) if public(&item.vis) => {
                let variants = item.variants.iter().map(|variant| {
                    let name = variant.ident.to_string();
                    let (wire, serde) = serde(&variant.attrs);
                    let kinds: Vec<String> = variant.fields.iter().map(|field| render(&field.ty)).collect();
                    let wire = wire.unwrap_or_else(|| name.clone());
                    (name, Variant { kind: kinds.join(", "), wire, serde })
                });
                let shape = Shape::Enum(variants.collect());
                self.models.insert(item.ident.to_string(), model(shape, &item.attrs));
                return;
            }
            Item::Const(item) => (&item.ident, &item.vis, format!("const: {}", render(&item.ty))),
            Item::Static(item) => (&item.ident, &item.vis, format!("static: {}", render(&item.ty))),
            Item::Type(item) => (&item.ident, &item.vis, format!("type = {}", render(&item.ty))),
            Item::Fn(item) => (&item.sig.ident, &item.vis, render(&item.sig)),
            Item::Trait(item) => (&item.ident, &item.vis, render(&Code(item))),
            Item::Union(item) => (&item.ident, &item.vis, render(&Code(item))),
            _ => return,
        };
        if public(visibility) {
            self.others.insert(name.to_string(), declaration);
        }
    }

    fn implement(&mut self, item: &ItemImpl) {
        let name = type_name(&item.self_ty);
        let methods = item.items.iter().filter_map(|item| match item {
            ImplItem::Fn(method) => Some(method),
            _ => None,
        });
        if let Some((path, _)) = &item.trait_ {
            let Some(of) = path.segments.last() else { return };
            if let Some(operation) = self.operations.get_mut(&name) {
                operation.implement(&of.ident.to_string(), item);
            } else if let Some(model) = self.models.get_mut(&name) {
                methods.for_each(|method| model.carry(method));
                // Private traits of the crate.
                if of.ident != "Tagged" && of.ident != "Fields" {
                    model.traits.insert(trait_name(of, item));
                }
            }
        } else if let Some(model) = self.models.get_mut(&name) {
            methods.for_each(|method| model.implement(method));
        } else if name == "Call"
            && let Some(operation) = generic(&item.self_ty).and_then(|name| self.operations.get_mut(&name))
        {
            for method in methods.filter(|method| public(&method.vis)) {
                operation.setters.insert(method.sig.ident.to_string(), setter(method));
            }
        } else {
            for method in methods.filter(|method| public(&method.vis)) {
                let made = match &method.sig.output {
                    ReturnType::Type(_, made) => generic(made),
                    ReturnType::Default => None,
                };
                if let Some(operation) = made.and_then(|made| self.operations.get_mut(&made)) {
                    operation.function = method.sig.ident.to_string();
                    operation.parameters = arguments(method);
                    operation.request = request(method);
                } else {
                    self.others.insert(format!("{name}::{}", method.sig.ident), signature(method));
                }
            }
        }
    }
}

impl Operation {
    fn implement(&mut self, of: &str, item: &ItemImpl) {
        match of {
            "Paginated" => self.paginated = true,
            "PageSize" => self.page_size = true,
            _ => {}
        }
        for item in &item.items {
            match item {
                ImplItem::Const(item) => match item.ident.to_string().as_str() {
                    "METHOD" => self.method = render(&item.expr).replace("Method::", ""),
                    "PATH" => self.path = text(&item.expr).unwrap_or_else(|| render(&item.expr)),
                    "REDIRECTS" => self.redirects = render(&item.expr) == "true",
                    _ => {}
                },
                ImplItem::Type(item) if item.ident == "Output" => self.output = render(&item.ty),
                _ => {}
            }
        }
    }
}

impl Model {
    fn implement(&mut self, method: &ImplItemFn) {
        if !public(&method.vis) {
            return;
        }
        if method.sig.ident == "new" {
            self.new = Some(arguments(method));
            return;
        }
        self.methods.insert(method.sig.ident.to_string(), signature(method));
        if method.sig.ident == "as_str"
            && let Shape::Enum(variants) = &mut self.shape
        {
            for (name, wire) in values(method) {
                if let Some(variant) = variants.get_mut(&name) {
                    variant.wire = wire;
                }
            }
        }
    }

    /// Takes in how a method reads or writes the fields of a struct.
    fn carry(&mut self, method: &ImplItemFn) {
        let Shape::Struct(fields) = &mut self.shape else { return };
        for call in calls(&method.block) {
            let Some(last) = call.args.last().map(render) else { continue };
            let name = last.strip_prefix("&mut ").or_else(|| last.strip_prefix("&self."));
            let Some(field) = name.and_then(|name| fields.get_mut(name)) else { continue };
            let first = call.args.first().filter(|_| call.args.len() > 1);
            match first.map(|first| (text(first), first)) {
                Some((Some(wire), _)) => {
                    field.wire = wire;
                    field.serde.insert(call.method.to_string());
                }
                Some((None, reader)) => drop(field.serde.insert(format!("{} {}", call.method, render(reader)))),
                None => drop(field.serde.insert(call.method.to_string())),
            }
        }
    }
}

/// The method calls that are statements, or arms of a `match` in a loop.
fn calls(block: &syn::Block) -> Vec<&ExprMethodCall> {
    fn within(expression: &Expr) -> Vec<&ExprMethodCall> {
        match expression {
            Expr::MethodCall(call) => vec![call],
            Expr::While(expression) => calls(&expression.body),
            Expr::Try(expression) => within(&expression.expr),
            Expr::Match(expression) => expression.arms.iter().flat_map(|arm| within(&arm.body)).collect(),
            _ => Vec::new(),
        }
    }
    let expressions = block.stmts.iter().filter_map(|statement| match statement {
        syn::Stmt::Expr(expression, _) => Some(expression),
        _ => None,
    });
    expressions.flat_map(within).collect()
}

fn model(shape: Shape, attributes: &[Attribute]) -> Model {
    let mut traits = BTreeSet::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        traits.extend(metas(attribute).iter().map(render));
    }
    Model {
        shape,
        open: attributes.iter().any(|attribute| attribute.path().is_ident("non_exhaustive")),
        serde: serde(attributes).1,
        traits,
        new: None,
        methods: BTreeMap::new(),
    }
}

/// The name that serde writes, and all else that it is told.
fn serde(attributes: &[Attribute]) -> (Option<String>, BTreeSet<String>) {
    let (mut wire, mut others) = (None, BTreeSet::new());
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        for meta in metas(attribute) {
            match &meta {
                Meta::NameValue(pair) if pair.path.is_ident("rename") => wire = text(&pair.value),
                _ => drop(others.insert(render(&meta))),
            }
        }
    }
    (wire, others)
}

fn metas(attribute: &Attribute) -> Vec<Meta> {
    let parsed = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    parsed.map(|metas| metas.into_iter().collect()).unwrap_or_default()
}

/// The values of an enumeration, from the arms of its `as_str`.
fn values(method: &ImplItemFn) -> Vec<(String, String)> {
    let arms = method.block.stmts.iter().find_map(|statement| match statement {
        syn::Stmt::Expr(Expr::Match(expression), _) => Some(&expression.arms),
        _ => None,
    });
    let value = |arm: &syn::Arm| {
        let Pat::Path(pattern) = &arm.pat else { return None };
        Some((pattern.path.segments.last()?.ident.to_string(), text(&arm.body)?))
    };
    arms.into_iter().flatten().filter_map(value).collect()
}

fn setter(method: &ImplItemFn) -> Setter {
    let kinds: Vec<String> = arguments(method).into_iter().map(|argument| argument.kind).collect();
    let wire = first_text(method.block.to_token_stream()).unwrap_or_else(|| method.sig.ident.to_string());
    Setter { kinds: kinds.join(", "), wire, request: request(method) }
}

/// The arguments after `self`.
fn arguments(method: &ImplItemFn) -> Vec<Argument> {
    let typed = method.sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(input) => Some(Argument { name: render(&input.pat), kind: render(&input.ty) }),
        FnArg::Receiver(_) => None,
    });
    typed.collect()
}

/// A signature without the names of its arguments.
fn signature(method: &ImplItemFn) -> String {
    let inputs: Vec<String> = method
        .sig
        .inputs
        .iter()
        .map(|input| match input {
            FnArg::Typed(input) => render(&input.ty),
            FnArg::Receiver(receiver) => render(receiver).replace("mut self", "self"),
        })
        .collect();
    let output = match &method.sig.output {
        ReturnType::Type(_, output) => format!(" -> {}", render(output)),
        ReturnType::Default => String::new(),
    };
    format!("({}){output}", inputs.join(", "))
}

/// What a method does with its arguments, whatever they are called.
fn request(method: &ImplItemFn) -> String {
    fn replace(tokens: TokenStream, names: &[Argument]) -> TokenStream {
        let replaced = tokens.into_iter().map(|token| match token {
            TokenTree::Ident(ident) => match names.iter().position(|argument| ident == argument.name.as_str()) {
                Some(at) => Literal::usize_unsuffixed(at).into(),
                None => ident.into(),
            },
            TokenTree::Group(group) => {
                proc_macro2::Group::new(group.delimiter(), replace(group.stream(), names)).into()
            }
            other => other,
        });
        replaced.collect()
    }
    render(&replace(method.block.to_token_stream(), &arguments(method)))
}

fn first_text(tokens: TokenStream) -> Option<String> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Literal(literal) => match Lit::new(literal) {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        TokenTree::Group(group) => first_text(group.stream()),
        _ => None,
    })
}

/// The text of a literal.
fn text(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

fn implementation<'a>(item: &'a Item, of: &str) -> Option<&'a ItemImpl> {
    match item {
        Item::Impl(item) if item.trait_.as_ref()?.0.segments.last()?.ident == of => Some(item),
        _ => None,
    }
}

/// A trait with its arguments and associated types; lifetimes say nothing to users.
fn trait_name(of: &PathSegment, item: &ItemImpl) -> String {
    let mut arguments: Vec<String> = match &of.arguments {
        PathArguments::AngleBracketed(list) => {
            list.args.iter().filter(|arg| !matches!(arg, GenericArgument::Lifetime(_))).map(render).collect()
        }
        _ => Vec::new(),
    };
    arguments.extend(item.items.iter().filter_map(|item| match item {
        ImplItem::Type(item) => Some(format!("{} = {}", item.ident, render(&item.ty))),
        _ => None,
    }));
    if arguments.is_empty() { of.ident.to_string() } else { format!("{}<{}>", of.ident, arguments.join(", ")) }
}

fn last_segment(of: &Type) -> Option<&PathSegment> {
    match of {
        Type::Path(of) => of.path.segments.last(),
        _ => None,
    }
}

fn type_name(of: &Type) -> String {
    last_segment(of).map_or_else(|| render(of), |segment| segment.ident.to_string())
}

/// `O` of `Call<O>`.
fn generic(of: &Type) -> Option<String> {
    match &last_segment(of)?.arguments {
        PathArguments::AngleBracketed(list) => list.args.iter().find_map(|argument| match argument {
            GenericArgument::Type(argument) => Some(type_name(argument)),
            _ => None,
        }),
        _ => None,
    }
}

fn public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// The code of a file, without comments and documentation.
pub fn code(text: &str) -> Result<String> {
    let tokens: TokenStream = text.parse().map_err(|error| anyhow::anyhow!("not Rust: {error}"))?;
    Ok(without_docs(tokens).to_string())
}

struct Code<'a, T>(&'a T);

impl<T: ToTokens> ToTokens for Code<'_, T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(without_docs(self.0.to_token_stream()));
    }
}

fn without_docs(tokens: TokenStream) -> TokenStream {
    let mut kept = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(hash) if hash.as_char() == '#' => {
                let inner = tokens.next_if(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '!'));
                let is_doc = |token: &TokenTree| match token {
                    TokenTree::Group(group) => {
                        let mut inside = group.stream().into_iter();
                        matches!(inside.next(), Some(TokenTree::Ident(name)) if name == "doc")
                            && matches!(inside.next(), Some(TokenTree::Punct(mark)) if mark.as_char() == '=')
                    }
                    _ => false,
                };
                if tokens.next_if(is_doc).is_none() {
                    kept.push(TokenTree::Punct(hash));
                    kept.extend(inner);
                }
            }
            TokenTree::Group(group) => {
                kept.push(proc_macro2::Group::new(group.delimiter(), without_docs(group.stream())).into());
            }
            other => kept.push(other),
        }
    }
    kept.into_iter().collect()
}

/// Tokens as people write them.
fn render(tokens: &(impl ToTokens + ?Sized)) -> String {
    let spaced = tokens.to_token_stream().to_string();
    let mut out = String::with_capacity(spaced.len());
    let mut words = spaced.split_whitespace().peekable();
    while let Some(word) = words.next() {
        out.push_str(word);
        let word_like =
            |character: Option<char>| character.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"');
        let free = |word: &str| matches!(word, "=" | "->" | "=>" | "+");
        if let Some(&next) = words.peek()
            && (word.ends_with(',')
                || free(word)
                || free(next)
                || (word.starts_with('\'') && next.starts_with(['[', '(']))
                || (word_like(word.chars().last()) && (word_like(next.chars().next()) || next.starts_with('\''))))
        {
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn read(text: &str) -> Surface {
        parse([("models/test.rs", text)]).unwrap()
    }

    #[test]
    fn types_are_written_as_people_write_them() {
        for kind in [
            "String",
            "Option<Vec<Client>>",
            "&str",
            "impl Into<String>",
            "Cow<'_, str>",
            "&'static [(&'static str, &str)]",
            "()",
            "std::result::Result<(), Box<dyn Error + Send>>",
        ] {
            assert_eq!(render(&syn::parse_str::<Type>(kind).unwrap()), kind);
        }
    }

    #[test]
    fn code_has_no_documentation() {
        let documented = "//! Inner.\n#![allow(unused)]\n/// Outer.\n#[doc = \"too\"]\n#[inline]\nfn f() { /* x */ g(\"/// no\") }\n";
        let plain = "#![allow(unused)]\n#[inline]\nfn f() {\n    g(\"/// no\")\n}\n";
        assert_eq!(code(documented).unwrap(), code(plain).unwrap());
        assert_ne!(code(plain).unwrap(), code("#![allow(unused)]\nfn f() { g(\"/// no\") }").unwrap());
        assert_ne!(code("#[doc(hidden)] fn f() {}").unwrap(), code("fn f() {}").unwrap());
    }

    #[test]
    fn private_things_are_no_surface() {
        let surface = read(
            "pub(crate) const A: u8 = 1;\nstruct B;\nenum C {}\nfn d() {}\npub struct E { f: u8 }\n\
             impl E { fn g(&self) {} pub(crate) fn h(&self) {} }\nuse super::*;\nmod i;\n",
        );
        assert_eq!(surface.models.keys().collect::<Vec<_>>(), ["E"]);
        assert_eq!(surface.models["E"].shape, Shape::Struct(BTreeMap::new()));
        assert!(surface.models["E"].methods.is_empty());
        assert!(surface.others.is_empty());
    }

    #[test]
    fn fields_are_read_and_written() {
        let surface = read(
            "pub struct A { pub external_id: Option<String>, pub id: String }\n\
             impl Fields for A { fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {\n\
             let mut id = None; while let Some(place) = object.next()? { match place {\n\
             0 => object.with(lenient::Text, &mut external_id), 1 => object.required(&mut id), _ => object.skip(),\n\
             }?; } Ok(Self { external_id, id: given(id, \"id\")? }) } }\n\
             impl Serialize for A { fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {\n\
             let mut object = Writer::new(serializer); object.option(\"externalId\", &self.external_id);\n\
             object.field(\"id\", &self.id); object.end() } }\n",
        );
        let Shape::Struct(fields) = &surface.models["A"].shape else { panic!("not a struct") };
        let told = |name: &str| {
            let field = &fields[name];
            format!("{}: {}", field.wire, field.serde.iter().cloned().collect::<Vec<_>>().join(", "))
        };
        assert_eq!(told("external_id"), "externalId: option, with lenient::Text");
        assert_eq!(told("id"), "id: field, required");
        assert_eq!(surface.models["A"].traits.iter().collect::<Vec<_>>(), ["Serialize"]);
    }

    /// A change of the templates that this module does not understand has to be noticed.
    #[test]
    fn all_of_the_checked_in_code_is_understood() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated");
        let files = crate::scratch::files(&folder).unwrap();
        let texts = files.iter().filter(|(path, _)| path.ends_with(".rs"));
        let texts: Vec<_> = texts.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap())).collect();
        let surface = parse(texts.iter().copied()).unwrap();

        let table = texts.iter().find(|(path, _)| *path == "operations/mod.rs").unwrap().1;
        for (name, operation) in &surface.operations {
            assert!(table.contains(&format!("\"{name}\"")), "{name} is not in OPERATIONS");
            assert!(!operation.function.is_empty(), "no method makes calls of {name}");
            assert!(!operation.method.is_empty() && operation.path.starts_with('/'), "{name} has no request");
            assert!(!operation.output.is_empty() && !operation.request.is_empty(), "{name}");
        }
        let calls = texts.iter().map(|(_, text)| text.matches("-> Call<").count()).sum::<usize>();
        assert_eq!(surface.operations.len(), calls);
        assert_eq!(surface.others.keys().collect::<Vec<_>>(), ["OPERATIONS"]);

        for (name, model) in &surface.models {
            assert!(model.open, "{name} is not #[non_exhaustive]");
            if let Shape::Struct(fields) = &model.shape
                && name != "WebhookPayload"
            {
                let carried = |(_, field): &(&String, &Field)| field.serde.len() == 2;
                assert_eq!(fields.iter().find(|field| !carried(field)), None, "{name}: not both read and written");
            }
            if let Shape::Enum(variants) = &model.shape
                && model.methods.contains_key("as_str")
            {
                let (file, text) =
                    texts.iter().find(|(_, text)| text.contains(&format!("pub enum {name} {{"))).unwrap();
                for (value, variant) in variants.iter().filter(|(value, _)| *value != "Unknown") {
                    let arm = format!("Self::{value} => \"{}\"", variant.wire);
                    assert!(text.contains(&arm), "{file} has no {arm}");
                }
            }
        }
    }
}
