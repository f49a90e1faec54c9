//! The examples in the documentation of operations: a call with realistic arguments, and a use of its result.
//!
//! Values are taken from `corrections.examples` in `openapi-generator.yaml`, from the document's own examples, defaults
//! and enums, and otherwise from the format or the name of a field.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::document::View;
use crate::model::{EVENT, Property, Shape, Type};
use crate::names::{humanize, value_name};
use crate::naming::Place;
use crate::operations::{Operation, Output, ResponseBody, fields};
use crate::plan::{Api, Field, enum_table};
use crate::short_forms;
use crate::yaml::{Node, Value};

/// The width of a line of code.
const WIDTH: usize = 90;
/// The deepest nesting of models in a value.
const DEEPEST: usize = 6;
/// The longest text that is taken from the document.
const LONGEST: usize = 80;

/// An expression.
enum Expression {
    /// Written on one line.
    Short(String),
    /// A function, its arguments, and setters that are called on its result.
    Call(String, Vec<Self>, Vec<(String, Self)>),
    /// A list: the text before the opening bracket, and the items.
    List(&'static str, Vec<Self>),
}

impl Expression {
    fn one_line(&self) -> String {
        let join = |items: &[Self]| items.iter().map(Self::one_line).collect::<Vec<_>>().join(", ");
        match self {
            Self::Short(text) => text.clone(),
            Self::Call(function, arguments, setters) => {
                let setters = setters.iter().map(|(setter, value)| format!(".{setter}({})", value.one_line()));
                format!("{function}({}){}", join(arguments), setters.collect::<String>())
            }
            Self::List(before, items) => format!("{before}[{}]", join(items)),
        }
    }

    /// Writes the expression as rustfmt does: on one line if it fits behind `used` columns.
    fn write(&self, indent: usize, used: usize) -> String {
        let line = self.one_line();
        let is_chain = matches!(self, Self::Call(_, _, setters) if setters.len() > 1);
        if used + line.len() <= if is_chain { 60 } else { WIDTH } {
            return line;
        }
        let inner = indent + 4;
        let margin = " ".repeat(inner);
        let items = |items: &[Self]| {
            let item = |item: &Self| format!("{margin}{},\n", item.write(inner, inner + 1));
            items.iter().map(item).collect::<String>()
        };
        match self {
            Self::Short(_) => line,
            Self::List(before, list) if list.len() == 1 => {
                let [only] = &list[..] else { return line };
                format!("{before}[{}]", only.write(indent, used + before.len() + 1))
            }
            Self::List(before, list) => format!("{before}[\n{}{}]", items(list), " ".repeat(indent)),
            Self::Call(function, arguments, setters) => {
                let head = Self::Call(function.clone(), Vec::new(), Vec::new()).one_line();
                let list = arguments.iter().map(Self::one_line).collect::<Vec<_>>().join(", ");
                let mut text = if arguments.is_empty() {
                    head
                } else if used + head.len() + list.len() <= WIDTH {
                    format!("{function}({list})")
                } else if let [only] = &arguments[..] {
                    format!("{function}({})", only.write(indent, used + function.len() + 1))
                } else {
                    format!("{function}(\n{}{})", items(arguments), " ".repeat(indent))
                };
                let (inner, margin) =
                    if text.contains('\n') { (indent, " ".repeat(indent)) } else { (inner, margin.clone()) };
                for (setter, value) in setters {
                    let value = value.write(inner, inner + setter.len() + 3);
                    text.push_str(&format!("\n{margin}.{setter}({value})"));
                }
                text
            }
        }
    }
}

/// The type that an expression must have by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    /// Anything that can be converted to the type.
    Convertible,
    /// The type, which the surrounding code determines: `.into()` suffices.
    Known,
    /// The type.
    Exact,
}

/// An argument of an operation's method.
pub(crate) struct Argument<'d> {
    pub(crate) name: String,
    /// The type in Rust: `impl AsId<kind::User>`.
    pub(crate) rust: String,
    /// The API's name.
    pub(crate) key: String,
    pub(crate) ty: Type,
    pub(crate) view: View<'d>,
    /// An example besides those of the schema.
    pub(crate) sample: Option<&'d Node>,
    pub(crate) is_update: bool,
}

/// Returns the example of an operation, as lines of documentation.
pub(crate) fn lines<'d>(
    api: &Api<'d>,
    operation: &Operation<'d>,
    method: &str,
    arguments: &[Argument<'d>],
    is_listing: bool,
) -> Vec<String> {
    let mut values = Values { api, models: BTreeSet::new(), others: BTreeSet::new() };
    let mut parameters = String::new();
    let mut statements: Vec<String> = Vec::new();
    let mut passed = Vec::new();
    for argument in arguments {
        match values.argument(argument) {
            Some(value) if argument.rust.starts_with('&') && argument.rust != "&str" => {
                let start = format!("let {} = ", argument.name);
                statements.push(format!("{start}{};", value.write(0, start.len())));
                passed.push(Expression::Short(format!("&{}", argument.name)));
            }
            Some(value) => passed.push(value),
            None => {
                parameters.push_str(&format!(", {}: {}", argument.name, argument.rust));
                passed.push(Expression::Short(argument.name.clone()));
            }
        }
    }
    let call = Expression::Call(format!("api.{method}"), passed, Vec::new()).one_line();
    statements.extend(use_of(api, operation, &call, is_listing));

    let mut lines = vec!["```no_run".to_owned()];
    let others: Vec<String> = values.others.into_iter().collect();
    let names: Vec<String> = values.models.into_iter().collect();
    lines.extend(imports("sunshine_conversations", &others));
    lines.extend(imports("sunshine_conversations::models", &names));
    if lines.len() > 1 {
        lines.push(String::new());
    }
    lines.push("# use std::collections::BTreeMap;".to_owned());
    if !parameters.is_empty() {
        // The types of arguments without an example.
        let used = |name: &&str| !others.iter().any(|other| other == name);
        let names: Vec<_> = ["AsId", "Json", "Number", "Secret", "Time", "Upload"].into_iter().filter(used).collect();
        lines.push(format!("# use sunshine_conversations::{{models::*, {}}};", names.join(", ")));
    }
    lines.push("# use sunshine_conversations::{ApiClient, Result};".to_owned());
    lines.push(format!("# fn example(api: &ApiClient{parameters}) -> Result<()> {{"));
    lines.extend(statements.iter().flat_map(|statement| statement.lines()).map(str::to_owned));
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}

/// The lines that import names from a module.
fn imports(module: &str, names: &[String]) -> Vec<String> {
    match names {
        [] => Vec::new(),
        [only] => vec![format!("use {module}::{only};")],
        names => {
            let line = format!("use {module}::{{{}}};", names.join(", "));
            if line.len() <= WIDTH {
                return vec![line];
            }
            let mut lines = vec![format!("use {module}::{{")];
            let mut row = String::from("   ");
            for name in names {
                if row.len() + name.len() + 2 > WIDTH {
                    lines.push(std::mem::replace(&mut row, String::from("   ")));
                }
                row.push_str(&format!(" {name},"));
            }
            lines.extend([row, "};".to_owned()]);
            lines
        }
    }
}

/// The statements that make a call and use its result.
fn use_of(api: &Api<'_>, operation: &Operation<'_>, call: &str, is_listing: bool) -> Vec<String> {
    let send = |start: &str, end: &str| {
        let line = format!("{start}{call}.send()?{end}");
        if line.len() <= WIDTH + 10 {
            return line;
        }
        format!("{start}{}\n    .send()?{end}", call.replacen("api.", "api\n    .", 1))
    };
    let with_response = |body: String| vec![send("let response = ", ";"), body];
    match &operation.output {
        Output::Nothing | Output::Ignored => vec![send("", ";")],
        Output::Json(_, ty) if is_listing => {
            let item = match ty {
                Type::List(item) => Some((**item).clone()),
                _ => api.listed_item(ty),
            };
            let model = item.as_ref().and_then(Type::direct_model).and_then(|key| api.naming.model(key));
            let name = model.map_or_else(|| "item".to_owned(), value_name);
            let shown = item.and_then(|item| shown(api, &item, &format!("{name}?")));
            let shown = shown.unwrap_or_else(|| print_debug(&format!("{name}?")));
            let mut head = format!("for {name} in {call}.iter() {{");
            if head.len() > WIDTH + 10 {
                head = format!("let listing = {call};\nfor {name} in listing.iter() {{");
            }
            vec![format!("{head}\n    {shown}\n}}")]
        }
        Output::Json(_, ty) => with_response(response(api, ty, "response").unwrap_or_else(|| print_debug("response"))),
        Output::Optional(_, ty) => {
            let body = response(api, ty, "response").unwrap_or_else(|| print_debug("response"));
            let body = body.lines().map(|line| format!("    {line}\n")).collect::<String>();
            vec![send("if let Some(response) = ", &format!(" {{\n{body}}}"))]
        }
        Output::Text(_) => with_response("println!(\"{response}\");".to_owned()),
        Output::Bytes(_) => with_response("println!(\"{} bytes\", response.len());".to_owned()),
        Output::Several(bodies, _) => {
            let is_debug = bodies.iter().any(|(_, body)| !matches!(body, ResponseBody::Nothing));
            if is_debug { with_response(print_debug("response")) } else { vec![send("", ";")] }
        }
    }
}

fn print(value: &str) -> String {
    if is_name(value) { format!("println!(\"{{{value}}}\");") } else { format!("println!(\"{{}}\", {value});") }
}

fn print_debug(value: &str) -> String {
    if is_name(value) { format!("println!(\"{{{value}:?}}\");") } else { format!("println!(\"{{:?}}\", {value});") }
}

fn is_name(value: &str) -> bool {
    value.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// A statement that prints a part of a response: of the record that it holds, or of each.
fn response(api: &Api<'_>, ty: &Type, receiver: &str) -> Option<String> {
    let Type::Model(key) = ty else { return None };
    let (name, is_update) = api.flavor(key, false)?;
    let content: Vec<_> =
        fields(&api.models, ty).iter().filter(|field| api.usage.is_content(key, &field.key)).collect();
    for field in api.fields(key, name, fields(&api.models, ty), is_update) {
        if !content.iter().any(|content| content.key == field.property.key) || field.is_deprecated() {
            continue;
        }
        match &field.property.ty {
            Type::List(item) if matches!(field.kind, "required" | "default") && field.ty.starts_with('[') => {
                let item_name = item.direct_model().and_then(|key| api.naming.model(key)).map(value_name)?;
                let body = shown(api, item, &item_name).unwrap_or_else(|| print_debug(&item_name));
                return Some(format!("for {item_name} in &{receiver}.{} {{\n    {body}\n}}", field.name));
            }
            ty @ Type::Model(_) if matches!(field.kind, "required" | "default") => {
                return shown(api, ty, &format!("{receiver}.{}", field.name));
            }
            _ => {}
        }
    }
    shown(api, ty, receiver)
}

/// A statement that prints a field of a value: its ID or name if it has one.
fn shown(api: &Api<'_>, ty: &Type, receiver: &str) -> Option<String> {
    let Type::Model(key) = ty else { return None };
    let (name, is_update) = api.flavor(key, false)?;
    let is_id = |ty: &str| ty.ends_with("Id") && !api.naming.all().any(|name| name == ty);
    let is_shown = |ty: &str| matches!(ty, "String" | "Time" | "Number" | "bool" | "i64" | "f64") || is_id(ty);
    let order = |key: &str| {
        let preferred = ["id", "name", "displayName", "title"];
        preferred.iter().position(|known| *known == key).unwrap_or(preferred.len())
    };
    // The API's name, the expression, and whether it can be missing.
    let mut found: Vec<(String, String, bool)> = Vec::new();
    match &api.models.all.get(key)?.shape {
        Shape::Struct(properties) => {
            for field in api.fields(key, name, properties, is_update) {
                if is_shown(&field.ty) && !field.is_deprecated() {
                    let is_missing = !matches!(field.kind, "required" | "default" | "assigned");
                    found.push((field.property.key.clone(), format!("{receiver}.{}", field.name), is_missing));
                }
            }
        }
        Shape::Tagged { tag, variants, common, boxed } => {
            let table = api.tagged_table(name, tag, variants, common, *boxed, Vec::new(), is_update);
            for common in table["common"].as_array()? {
                let text = |key: &str| common[key].as_str().unwrap_or_default().to_owned();
                if is_shown(&text("type")) {
                    found.push((text("key"), format!("{receiver}.{}()", text("name")), text("kind") == "option"));
                }
            }
            found.push((tag.clone(), format!("{receiver}.type_()"), false));
        }
        Shape::TextEnum(_) | Shape::IntegerEnum(_) => return Some(print(receiver)),
        Shape::Keyed(_) | Shape::Untagged(_) => return None,
    }
    found.sort_by_key(|(key, _, is_missing)| (order(key), *is_missing));
    let (_, value, is_missing) = found.into_iter().next()?;
    Some(if is_missing { print_debug(&value) } else { print(&value) })
}

/// Builds values, and collects the names to import.
struct Values<'a, 'd> {
    api: &'a Api<'d>,
    /// Names of `models`.
    models: BTreeSet<String>,
    /// Names of the crate.
    others: BTreeSet<String>,
}

impl<'d> Values<'_, 'd> {
    fn argument(&mut self, argument: &Argument<'d>) -> Option<Expression> {
        let corrected = self.api.corrections.example(&argument.key);
        let sample = corrected.or(argument.sample).or_else(|| sample(&argument.view));
        let rust = argument.rust.as_str();
        if rust.contains("Upload") {
            self.others.insert("Upload".to_owned());
            let upload = Expression::Short("Upload::path(\"invoice.pdf\")".to_owned());
            return Some(if rust.contains("IntoIterator") { Expression::List("", vec![upload]) } else { upload });
        }
        if rust == "impl Into<Vec<u8>>" {
            return Some(text("content"));
        }
        if rust.starts_with("impl AsId<") || matches!(rust, "impl AsRef<str>" | "&str") {
            let fallback = || text_of(&argument.view, &argument.key, &argument.key);
            return Some(text(&sample.and_then(usable).unwrap_or_else(fallback)));
        }
        if rust == "f64" {
            return scalar_number(sample, true).map(Expression::Short);
        }
        let place = Place { owner: None, key: &argument.key, view: &argument.view, is_update: argument.is_update };
        let position = if rust.starts_with('&') { Position::Exact } else { Position::Convertible };
        match (&argument.ty, position) {
            (Type::List(item), Position::Exact) => self.list(item, &place, "", Position::Exact, sample, 0),
            (Type::List(item), _) => self.list(item, &place, "", Position::Convertible, sample, 0),
            (ty, position) => self.value(ty, &place, position, sample, 0),
        }
    }

    /// A value of a type.
    fn value(
        &mut self,
        ty: &Type,
        place: &Place<'_, 'd>,
        position: Position,
        sample: Option<&Node>,
        depth: usize,
    ) -> Option<Expression> {
        if depth > DEEPEST {
            return None;
        }
        let rust = self.api.naming.rust(ty, place);
        if let Some(scalar) = self.scalar(&rust, place, position, sample) {
            return Some(scalar);
        }
        match ty {
            Type::Model(key) if *rust == *self.api.naming.model_in(key, place.is_update) => {
                self.model(key, place.is_update, position, sample, depth)
            }
            // In a table, a list of single words is a list; anything else is any type.
            Type::List(item) if rust.starts_with("Vec<") => {
                let is_word = self.api.naming.table(ty, place, false).starts_with('[');
                match position {
                    Position::Convertible if is_word => self.list(item, place, "", position, sample, depth),
                    _ => self.list(item, place, "vec!", Position::Exact, sample, depth),
                }
            }
            Type::Map(item) if rust.starts_with("BTreeMap<") => {
                let is_word = self.api.naming.table(ty, place, false).starts_with('{');
                let is_converted = position == Position::Convertible && is_word;
                let position = if is_converted { position } else { Position::Exact };
                let entry = sample.or_else(|| own_sample(place)).and_then(|sample| sample.entries().first());
                let key = entry.map_or("key", |(key, _)| key);
                let value = self.item(item, place, position, entry.map(|(_, value)| value), depth)?.one_line();
                Some(Expression::Short(if is_converted {
                    format!("[({key:?}, {value})]")
                } else {
                    format!("std::collections::BTreeMap::from([(String::from({key:?}), {value})])")
                }))
            }
            _ => None,
        }
    }

    /// A value of a type that isn't a model, a list or a map.
    fn scalar(
        &mut self,
        rust: &str,
        place: &Place<'_, 'd>,
        position: Position,
        given: Option<&Node>,
    ) -> Option<Expression> {
        let sample = given.or_else(|| sample(place.view));
        let converted = |this: &mut Self, name: &str, value: String| match position {
            Position::Convertible => value,
            Position::Known => format!("{value}.into()"),
            Position::Exact => {
                if name != "String" {
                    this.import(name);
                }
                format!("{name}::from({value})")
            }
        };
        Some(Expression::Short(match rust {
            "bool" => sample.and_then(Node::scalar).filter(|text| text == "false").unwrap_or_else(|| "true".to_owned()),
            "i64" => {
                let number = sample.and_then(Node::scalar).and_then(|text| text.parse::<i64>().ok());
                let least = place.view.get("minimum").and_then(Node::scalar).and_then(|text| text.parse::<i64>().ok());
                let number = number.or(least).unwrap_or(1);
                // In an argument of several types, a number needs its own.
                if position == Position::Exact { format!("{number}_i64") } else { number.to_string() }
            }
            "f64" => scalar_number(sample, true)?,
            "Number" => {
                let number = scalar_number(sample, false)?;
                converted(self, rust, number)
            }
            "Json" => {
                let pairs = sample.and_then(pairs).unwrap_or_else(|| vec!["(\"key\", \"value\")".to_owned()]);
                let list = Expression::List("", pairs.into_iter().map(Expression::Short).collect());
                if position == Position::Convertible {
                    return Some(list);
                }
                self.import(rust);
                return Some(Expression::Call("Json::from".to_owned(), vec![list], Vec::new()));
            }
            "String" | "Secret" | "SecretUrl" | "Time" => {
                let fallback = if rust == "Time" { "2026-01-15T09:30:00Z" } else { "" };
                let text = sample.and_then(usable).unwrap_or_else(|| text_of(place.view, place.key, fallback));
                converted(self, rust, format!("{text:?}"))
            }
            _ if rust.ends_with("Id") && !self.api.naming.all().any(|name| name == rust) => {
                let text = sample.and_then(usable).unwrap_or_else(|| place.key.to_owned());
                converted(self, rust, format!("{text:?}"))
            }
            "Trigger" => {
                let Shape::Tagged { variants, .. } = &self.api.models.all.get(EVENT)?.shape else { return None };
                let tags: Vec<String> = variants.iter().map(|variant| variant.tag.clone()).collect();
                self.enumerator("Trigger", "str", &tags, sample)?
            }
            _ => return None,
        }))
    }

    fn import(&mut self, name: &str) {
        let is_other = matches!(name, "Json" | "Number" | "Secret" | "SecretUrl" | "Time" | "Upload");
        if is_other {
            self.others.insert(name.to_owned())
        } else {
            self.models.insert(name.to_owned())
        };
    }

    fn list(
        &mut self,
        item: &Type,
        place: &Place<'_, 'd>,
        before: &'static str,
        position: Position,
        given: Option<&Node>,
        depth: usize,
    ) -> Option<Expression> {
        let samples = given.or_else(|| sample(place.view)).map_or(&[][..], Node::list);
        let shown = samples.get(..samples.len().min(2)).unwrap_or_default();
        let mut items = Vec::new();
        for sample in shown.iter().map(Some).chain(shown.is_empty().then_some(None)) {
            items.push(self.item(item, place, position, sample, depth)?);
        }
        // Values that are converted may have several types.
        if items.iter().any(|item| matches!(item, Expression::Call(..))) {
            items.truncate(1);
        }
        Some(Expression::List(before, items))
    }

    /// An item of a list, or a value of a map.
    fn item(
        &mut self,
        item: &Type,
        place: &Place<'_, 'd>,
        position: Position,
        sample: Option<&Node>,
        depth: usize,
    ) -> Option<Expression> {
        let rust = self.api.naming.item(item, place);
        let optional = rust.strip_prefix("Option<").and_then(|rust| rust.strip_suffix('>'));
        let position = if optional.is_some() { Position::Exact } else { position };
        let view = self.api.naming.item_view(place);
        let key = place.key.strip_suffix('s').unwrap_or(place.key);
        let inner = Place { owner: None, key, view: view.as_ref().unwrap_or(place.view), is_update: false };
        let named = optional.unwrap_or(&rust);
        let value = match self.scalar(named, &inner, position, sample) {
            Some(value) => value,
            None if named == self.api.naming.rust(item, &inner) => {
                self.value(item, &inner, position, sample, depth + 1)?
            }
            None => return None,
        };
        Some(match optional {
            Some(_) => Expression::Call("Some".to_owned(), vec![value], Vec::new()),
            None => value,
        })
    }

    fn enumerator(&mut self, name: &str, repr: &str, values: &[String], sample: Option<&Node>) -> Option<String> {
        let wanted = sample.and_then(Node::scalar);
        let index = values.iter().position(|value| Some(value) == wanted.as_ref()).unwrap_or(0);
        let table = enum_table(self.api.corrections, name, repr, values, Vec::new());
        let variant = table["members"].get(index)?["name"].as_str()?;
        self.import(name);
        Some(format!("{name}::{variant}"))
    }

    /// A value of a model, in its short form if there is one.
    fn model(
        &mut self,
        key: &str,
        is_update: bool,
        position: Position,
        given: Option<&Node>,
        depth: usize,
    ) -> Option<Expression> {
        let imported = self.models.clone();
        let value = self.full_model(key, is_update, position, given, depth)?;
        let (_, is_update) = self.api.flavor(key, is_update)?;
        let made = short_forms::made_from_value(self.api, key, is_update).filter(|_| position == Position::Convertible);
        let Some((name, setter)) = made else { return Some(value) };
        match value {
            Expression::Call(function, mut arguments, mut setters)
                if function == format!("{name}::new")
                    && arguments.len() + setters.len() == 1
                    && setters.first().map(|(setter, _)| setter) == setter.as_ref() =>
            {
                if !imported.contains(&name) {
                    self.models.remove(&name);
                }
                arguments.pop().or_else(|| setters.pop().map(|(_, value)| value))
            }
            value => Some(value),
        }
    }

    fn full_model(
        &mut self,
        key: &str,
        is_update: bool,
        position: Position,
        given: Option<&Node>,
        depth: usize,
    ) -> Option<Expression> {
        let model = self.api.models.all.get(key)?;
        let (name, is_update) = self.api.flavor(key, is_update)?;
        let given = given.or_else(|| sample(&model.view));
        match &model.shape {
            Shape::Struct(properties) => self.structure(key, name, properties, is_update, given, depth),
            Shape::TextEnum(values) => self.enumerator(name, "str", values, given).map(Expression::Short),
            Shape::IntegerEnum(values) => self.enumerator(name, "i64", values, given).map(Expression::Short),
            Shape::Tagged { tag, variants, common, boxed } => {
                let table = self.api.tagged_table(name, tag, variants, common, *boxed, Vec::new(), is_update);
                let table = table["variants"].as_array()?;
                let wanted = self.api.corrections.example(name).and_then(Node::scalar);
                let wanted = wanted.or_else(|| given?.get(tag)?.scalar());
                let position_of = |variant: &crate::model::Variant| Some(&variant.tag) == wanted.as_ref();
                let first = variants.iter().position(position_of);
                let order = first.into_iter().chain(0..variants.len());
                for (variant, row) in order.filter_map(|index| Some((variants.get(index)?, table.get(index)?))) {
                    let Some(value) = self.model(&variant.model, is_update, Position::Exact, given, depth + 1) else {
                        continue;
                    };
                    let converts = row["converts"].as_bool() == Some(true);
                    return Some(self.member(name, row, value, position, converts, *boxed));
                }
                None
            }
            Shape::Keyed(properties) => {
                let mut names = crate::names::Names::default().reserve(["Unknown"]);
                let wanted = self.api.corrections.example(name).and_then(Node::scalar);
                let variants: Vec<(String, &Property<'d>)> = properties
                    .iter()
                    .map(|property| (names.take(self.api.variant_name(&property.key), ""), property))
                    .collect();
                let first = variants.iter().position(|(_, property)| Some(&property.key) == wanted.as_ref());
                let order = first.into_iter().chain(0..variants.len());
                for (variant, property) in order.filter_map(|index| variants.get(index)) {
                    let place = self.api.place(key, name, property, is_update);
                    let given = given.and_then(|given| given.get(&property.key));
                    let inner = if property.boxed { Position::Exact } else { Position::Known };
                    let Some(value) = self.value(&property.ty, &place, inner, given, depth + 1) else { continue };
                    self.import(name);
                    let value = if property.boxed { boxed(value) } else { value };
                    return Some(Expression::Call(format!("{name}::{variant}"), vec![value], Vec::new()));
                }
                None
            }
            Shape::Untagged(members) => {
                let table = self.api.untagged_table(key, name, members, Vec::new(), is_update);
                let table = table["variants"].as_array()?;
                let wanted = self.api.corrections.example(name).and_then(Node::scalar).map(|name| name.to_lowercase());
                let is_wanted = |row: &Json| row["name"].as_str().map(str::to_lowercase) == wanted;
                let first = table.iter().position(is_wanted).filter(|_| wanted.is_some());
                let order = first.into_iter().chain(0..members.len());
                for ((view, ty), row) in order.filter_map(|index| Some((members.get(index)?, table.get(index)?))) {
                    let place = Place { owner: Some((key, name)), key: "", view, is_update };
                    let Some(value) = self.value(ty, &place, Position::Exact, None, depth + 1) else { continue };
                    return Some(self.member(name, row, value, position, true, false));
                }
                None
            }
        }
    }

    /// A variant of a union.
    fn member(
        &mut self,
        name: &str,
        row: &Json,
        value: Expression,
        position: Position,
        converts: bool,
        is_boxed: bool,
    ) -> Expression {
        if converts && position == Position::Convertible {
            return value;
        }
        self.import(name);
        if converts {
            return Expression::Call(format!("{name}::from"), vec![value], Vec::new());
        }
        let variant = row["name"].as_str().unwrap_or_default();
        let value = if is_boxed { boxed(value) } else { value };
        Expression::Call(format!("{name}::{variant}"), vec![value], Vec::new())
    }

    fn structure(
        &mut self,
        key: &str,
        name: &str,
        properties: &[Property<'d>],
        is_update: bool,
        given: Option<&Node>,
        depth: usize,
    ) -> Option<Expression> {
        if self.api.usage.is_read_only(key) {
            return None;
        }
        let fields = self.api.fields(key, name, properties, is_update);
        let mut arguments = Vec::new();
        for field in fields.iter().filter(|field| field.is_argument) {
            arguments.push(self.field(key, name, field, is_update, given, depth)?);
        }
        let mut setters = Vec::new();
        let mut set = |this: &mut Self, field: &Field<'_, 'd>| {
            if let Some(setter) = &field.setter
                && let Some(value) = this.field(key, name, field, is_update, given, depth)
            {
                setters.push((setter.clone(), value));
            }
            setters.len()
        };
        let is_listed = |field: &&Field<'_, 'd>| {
            !field.is_argument && self.api.corrections.example(&format!("{name}.{}", field.property.key)).is_some()
        };
        let listed: Vec<_> = fields.iter().filter(is_listed).collect();
        let has_none = listed.is_empty() && arguments.is_empty();
        for field in listed {
            set(self, field);
        }
        if has_none {
            // A field with an example, else any.
            let mut candidates: Vec<_> = fields.iter().filter(|field| !field.is_deprecated()).collect();
            candidates.sort_by_key(|field| sample(&field.property.view).is_none());
            candidates.into_iter().find(|field| set(self, field) > 0);
        }
        self.import(name);
        Some(Expression::Call(format!("{name}::new"), arguments, setters))
    }

    fn field(
        &mut self,
        key: &str,
        name: &str,
        field: &Field<'_, 'd>,
        is_update: bool,
        given: Option<&Node>,
        depth: usize,
    ) -> Option<Expression> {
        let property = field.property;
        let corrected = self.api.corrections.example(&format!("{name}.{}", property.key));
        let given = corrected.filter(|node| !node.is_null()).or_else(|| given?.get(&property.key));
        let place = self.api.place(key, name, property, is_update);
        let position = if property.boxed { Position::Exact } else { Position::Convertible };
        let value = self.value(&property.ty, &place, position, given, depth + 1)?;
        Some(if property.boxed { boxed(value) } else { value })
    }
}

fn boxed(value: Expression) -> Expression {
    Expression::Call("Box::new".to_owned(), vec![value], Vec::new())
}

fn text(text: &str) -> Expression {
    Expression::Short(format!("{text:?}"))
}

fn own_sample<'d>(place: &Place<'_, 'd>) -> Option<&'d Node> {
    sample(place.view)
}

/// The example of a schema, or its default.
pub(crate) fn sample<'d>(view: &View<'d>) -> Option<&'d Node> {
    example(|keyword| view.get(keyword)).or_else(|| view.get("default")).filter(|node| !node.is_null())
}

/// The example that a node has, as OpenAPI writes it: one, a list, or a map by name.
pub(crate) fn example<'d>(get: impl Fn(&str) -> Option<&'d Node>) -> Option<&'d Node> {
    let several = || {
        let examples = get("examples")?;
        examples.list().first().or_else(|| examples.entries().first().and_then(|(_, node)| node.get("value")))
    };
    get("example").or_else(several)
}

/// A text of the document that an example can have.
fn usable(node: &Node) -> Option<String> {
    let text = node.scalar()?;
    let is_plain = !text.contains(char::is_control) && !text.trim().is_empty();
    (is_plain && text.len() <= LONGEST).then_some(text)
}

/// A text for a field without an example.
fn text_of(view: &View<'_>, key: &str, fallback: &str) -> String {
    let lower = key.to_lowercase();
    match view.text("format").unwrap_or_default() {
        "date-time" => "2026-01-15T09:30:00Z".to_owned(),
        "date" => "2026-01-15".to_owned(),
        "uuid" => "7f3d5a86-2c14-4e0b-9a57-6b1d8c20e9f4".to_owned(),
        "email" => "ada@example.com".to_owned(),
        "uri" | "url" => "https://example.com".to_owned(),
        _ if !fallback.is_empty() => fallback.to_owned(),
        _ if lower.ends_with("url") || lower.ends_with("uri") => "https://example.com".to_owned(),
        _ if lower.ends_with("email") => "ada@example.com".to_owned(),
        _ => Some(humanize(key)).filter(|text| !text.is_empty()).unwrap_or_else(|| "text".to_owned()),
    }
}

/// A number as a literal that is a float, or an `i32` or a float.
fn scalar_number(sample: Option<&Node>, is_float: bool) -> Option<String> {
    let text = sample.and_then(Node::scalar);
    if !is_float && let Some(number) = text.as_ref().and_then(|text| text.parse::<i64>().ok()) {
        return Some(if i32::try_from(number).is_ok() { number.to_string() } else { format!("{number}_i64") });
    }
    let number = text.and_then(|text| text.parse::<f64>().ok()).filter(|number| number.is_finite());
    match number {
        Some(number) => Some(format!("{number:?}")),
        None => Some(if is_float { "1.0" } else { "1" }.to_owned()),
    }
}

/// An object of scalars of one type, as pairs.
fn pairs(node: &Node) -> Option<Vec<String>> {
    let entries = node.entries();
    let literal = |node: &Node| match &node.value {
        Value::Text(_) => usable(node).map(|text| (0, format!("{text:?}"))),
        Value::Bool(flag) => Some((1, flag.to_string())),
        Value::Number(text) => text.parse::<i32>().ok().map(|number| (2, number.to_string())),
        _ => None,
    };
    let values: Vec<_> = entries.iter().filter_map(|(key, node)| Some((key, literal(node)?))).collect();
    let kind = values.first()?.1.0;
    let chosen = values.iter().filter(|(_, (other, _))| *other == kind).take(2);
    Some(chosen.map(|(key, (_, value))| format!("({key:?}, {value})")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(text: &str) -> Expression {
        Expression::Short(text.to_owned())
    }

    fn call(function: &str, arguments: Vec<Expression>, setters: Vec<(&str, Expression)>) -> Expression {
        let setters = setters.into_iter().map(|(setter, value)| (setter.to_owned(), value)).collect();
        Expression::Call(function.to_owned(), arguments, setters)
    }

    #[test]
    fn long_calls_are_broken_like_by_rustfmt() {
        let new = || call("User::new", vec![short("1")], Vec::new());
        assert_eq!(new().write(0, 0), "User::new(1)");
        let chain = call("User::new", Vec::new(), vec![("with_name", short("\"a\"")), ("with_age", short("7"))]);
        assert_eq!(chain.write(0, 0), "User::new().with_name(\"a\").with_age(7)");
        assert_eq!(chain.write(0, 30), "User::new()\n    .with_name(\"a\")\n    .with_age(7)");
        let both = call("Pair::new", vec![new(), Expression::List("", vec![new(), new()])], Vec::new());
        assert_eq!(both.write(0, 60), "Pair::new(\n    User::new(1),\n    [User::new(1), User::new(1)],\n)");
        let nested = call(
            "Some",
            vec![Expression::List("vec!", vec![call("Pair::new", vec![new(), new()], Vec::new())])],
            Vec::new(),
        );
        assert_eq!(nested.write(0, 60), "Some(vec![Pair::new(\n    User::new(1),\n    User::new(1),\n)])");
    }

    #[test]
    fn literals_have_a_type_that_fits() {
        let node = |value: Value| Node { line: 0, value };
        let number = |text: &str| node(Value::Number(text.to_owned()));
        assert_eq!(scalar_number(Some(&number("5")), true).unwrap(), "5.0");
        assert_eq!(scalar_number(Some(&number("5")), false).unwrap(), "5");
        assert_eq!(scalar_number(Some(&number("5000000000")), false).unwrap(), "5000000000_i64");
        assert_eq!(scalar_number(Some(&number("1e999")), true).unwrap(), "1.0");
        let entries = vec![
            ("a".to_owned(), node(Value::Text("x".to_owned()))),
            ("b".to_owned(), number("1")),
            ("c".to_owned(), node(Value::Text("\"".to_owned()))),
        ];
        assert_eq!(pairs(&node(Value::Map(entries))).unwrap(), [r#"("a", "x")"#, r#"("c", "\"")"#]);
        assert_eq!(usable(&node(Value::Text("two\nlines".to_owned()))), None);
    }
}
