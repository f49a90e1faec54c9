//! The plan of the operations: types, methods, setters and their documentation.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::document::View;
use crate::examples::{self, Argument};
use crate::facts::{missing_facts, more};
use crate::markdown::{append, code, doc_item, doc_lines, one_line};
use crate::model::{Property, Shape, Type};
use crate::names::{Names, pascal, type_name, value_name};
use crate::naming::{Naming, Place};
use crate::operations::{Content, Operation, Output, Parameter, ResponseBody};
use crate::plan::{Api, MethodName, WIDTH, literal};
use crate::upsert;
use crate::yaml::Node;

/// Methods of `ApiClient` and `AppClient` whose names operations can't have.
const CLIENT_METHODS: [&str; 14] = [
    "app",
    "base_url",
    "builder",
    "call",
    "client",
    "clone",
    "download",
    "fmt",
    "from_env",
    "from_variables",
    "id",
    // Readers expect a constructor, and so does Clippy.
    "new",
    "observed",
    "request",
];
/// The kind of ID that `AppClient` passes to operations.
const APP: &str = "App";
/// Methods of `Call` whose names setters can't have.
const CALL_METHODS: [&str; 33] = [
    "after",
    "before",
    "begin",
    "body",
    "clone",
    "cookie_parameter",
    "exchange",
    "exchange_page",
    "file_part",
    "file_parts",
    "fmt",
    "form_body",
    "from",
    "header",
    "header_parameter",
    "idempotent",
    "into",
    "iter",
    "json",
    "json_body",
    "new",
    "page_size",
    "pages",
    "part",
    "query",
    "query_parameter",
    "raw_body",
    "retry",
    "send",
    "send_as",
    "send_full",
    "send_reader",
    "timeout",
];

/// The plan of all operations, and the kinds of ID that they and the models have.
pub(crate) struct Planned {
    pub(crate) operations: Vec<Value>,
    pub(crate) kinds: BTreeSet<String>,
}

/// Names the types and methods of operations.
pub(crate) fn method_names(operations: &[Operation<'_>], naming: &Naming<'_>) -> Vec<MethodName> {
    // An operation's type with the name of a model would shadow the model.
    let mut types = Names::default().reserve(naming.all());
    let mut methods = Names::default().reserve(CLIENT_METHODS);
    let name = |operation: &Operation<'_>| {
        let ty = types.take(type_name(&operation.id), "Operation");
        let output = match operation.output {
            Output::Several(..) => Some(types.take(format!("{ty}Output"), "Statuses")),
            _ => None,
        };
        MethodName { ty, output, method: methods.take(value_name(&operation.id), "_operation"), upsert: None }
    };
    let mut names: Vec<MethodName> = operations.iter().map(name).collect();
    // Methods of operations keep their names.
    for (names, operation) in names.iter_mut().zip(operations) {
        let noun = value_name(&operation.id).strip_prefix("create_").map(str::to_owned);
        names.upsert = noun.map(|noun| methods.take(format!("upsert_{noun}"), "_operation"));
    }
    names
}

impl<'d> Api<'d> {
    /// Returns the name of the type that a model has, in updates or elsewhere, and whether the type is for updates.
    pub(crate) fn flavor(&self, key: &str, is_update: bool) -> Option<(&str, bool)> {
        match self.naming.twin(key).filter(|_| is_update) {
            Some(twin) => Some((twin, true)),
            None => Some((self.naming.model(key)?, self.usage.is_update_only(key))),
        }
    }

    /// Returns the names of a model's types and whether each is for updates.
    pub(crate) fn flavors(&self, key: &str) -> Vec<(&str, bool)> {
        let plain = self.naming.model(key).map(|name| (name, self.usage.is_update_only(key)));
        plain.into_iter().chain(self.naming.twin(key).map(|name| (name, true))).collect()
    }
}

/// Plans all operations.
pub(crate) fn plan(api: &Api<'_>) -> Planned {
    let mut kinds = api.naming.kinds.clone();
    let operations = api
        .operations
        .iter()
        .zip(&api.methods)
        .map(|(operation, names)| OperationPlan::new(api, operation, names, &mut kinds).finish());
    let mut operations: Vec<Value> = operations.collect();
    for index in 0..operations.len() {
        let upsert = upsert::plan(api, index, &operations);
        if let (Some(upsert), Some(operation)) = (upsert, operations.get_mut(index)) {
            operation["upsert"] = upsert;
        }
    }
    let of_apps = operations.iter().filter(|operation| !operation["handle"].is_null());
    let tags: BTreeSet<String> = of_apps.map(|operation| operation["tag"].to_string()).collect();
    for operation in &mut operations {
        operation["tagHasHandle"] = json!(tags.contains(&operation["tag"].to_string()));
    }
    Planned { operations, kinds }
}

/// The type of an argument, and the expression that converts it.
struct Conversion {
    ty: String,
    value: String,
}

struct OperationPlan<'a, 'd> {
    api: &'a Api<'d>,
    operation: &'a Operation<'d>,
    names: &'a MethodName,
    kinds: &'a mut BTreeSet<String>,
    taken: Names,
    setter_names: Names,
    arguments: Vec<Argument<'d>>,
    path: Vec<String>,
    settings: Vec<String>,
    setters: Vec<Value>,
    parameter_docs: Vec<Vec<String>>,
    /// The argument that is the ID of the app, if the path begins with it.
    app: Option<String>,
}

impl<'a, 'd> OperationPlan<'a, 'd> {
    fn new(
        api: &'a Api<'d>,
        operation: &'a Operation<'d>,
        names: &'a MethodName,
        kinds: &'a mut BTreeSet<String>,
    ) -> Self {
        let mut plan = Self {
            api,
            operation,
            names,
            kinds,
            taken: Names::default().reserve(["self", "body"]),
            setter_names: Names::default().reserve(CALL_METHODS),
            arguments: Vec::new(),
            path: Vec::new(),
            settings: Vec::new(),
            setters: Vec::new(),
            parameter_docs: Vec::new(),
            app: None,
        };
        operation.parameters.iter().for_each(|parameter| plan.parameter(parameter));
        plan.body();
        plan
    }

    fn parameter(&mut self, parameter: &Parameter<'d>) {
        let corrected = self.api.corrections.parameter(&parameter.name, "name");
        let bare = corrected.map_or_else(|| value_name(&parameter.name), str::to_owned);
        let description = parameter.description.or(parameter.view.text("description")).unwrap_or_default();
        let mut facts = missing_facts(description, &parameter.view);
        if parameter.is_json {
            facts.push("Sent as JSON.".to_owned());
        }
        if parameter.node.flag("deprecated") {
            facts.push("Deprecated by the API.".to_owned());
        }
        let sentence = format!("Parameter {} of the request's {}.", code(&parameter.name), parameter.place);
        let mut text = if description.trim().is_empty() { sentence } else { description.trim_end().to_owned() };
        facts.iter().for_each(|fact| append(&mut text, fact));
        if parameter.place == "path" {
            let name = self.taken.take(bare, "");
            let kind = self
                .api
                .naming
                .path_kind(&self.operation.path, &parameter.name)
                .filter(|_| parameter.ty == Type::Text && !parameter.is_json);
            let (ty, value) = match kind {
                Some(kind) => {
                    let first = self.operation.path.split(['{', '}']).nth(1);
                    if kind == APP && first == Some(&parameter.name) {
                        self.app = Some(name.clone());
                    }
                    let ty = format!("impl AsId<kind::{kind}>");
                    self.kinds.insert(kind);
                    (ty, format!("{name}.as_id()"))
                }
                None => {
                    let argument = self.argument(parameter, &name);
                    if parameter.is_json {
                        (argument.ty, format!("&path_text(&{})", in_json(parameter, &argument.value)))
                    } else if argument.ty == "impl Into<String>" {
                        ("impl AsRef<str>".to_owned(), format!("{name}.as_ref()"))
                    } else {
                        let value = argument.value.trim_start_matches('&');
                        (argument.ty, format!("&path_text(&{value})"))
                    }
                }
            };
            self.path.push(format!("(\"{}\", {value})", literal(&parameter.name)));
            self.push_argument(example_of(parameter, name, ty), &text);
            return;
        }
        let default = parameter.view.get("default").and_then(Node::scalar).filter(|_| !parameter.is_json);
        let is_argument = parameter.required && default.is_none();
        let name = if is_argument { self.taken.take(bare, "") } else { self.setter_names.take(bare, "_parameter") };
        let argument = self.argument(parameter, &name);
        let setting = setting(parameter, &argument.value);
        if is_argument {
            self.settings.push(setting);
            self.push_argument(example_of(parameter, name, argument.ty), &text);
            return;
        }
        if parameter.required
            && let Some(default) = default
        {
            self.settings.push(setting_of_default(parameter, &default));
        }
        self.push_setter(&name, &argument.ty, &setting, &text, parameter.node.flag("deprecated"));
    }

    fn push_argument(&mut self, argument: Argument<'d>, text: &str) {
        self.parameter_docs.push(doc_item(&format!("- `{}`: ", argument.name), text, WIDTH));
        self.arguments.push(argument);
    }

    fn push_setter(&mut self, name: &str, ty: &str, setting: &str, text: &str, deprecated: bool) {
        self.parameter_docs.push(doc_item(&format!("- `.{name}(…)`: "), text, WIDTH));
        self.setters.push(json!({
            "name": name, "type": ty, "setting": setting, "docs": doc_lines(text, WIDTH), "deprecated": deprecated,
        }));
    }

    /// The conversion of a parameter's argument.
    fn argument(&self, parameter: &Parameter<'d>, name: &str) -> Conversion {
        let place = Place { owner: None, key: &parameter.name, view: &parameter.view, is_update: false };
        // `Number` preserves received numbers, and parameters are only sent.
        let is_float = parameter.ty == Type::Number && parameter.view.text("format") != Some("uint64");
        let rust = if is_float { "f64".to_owned() } else { self.api.naming.rust(&parameter.ty, &place) };
        if parameter.is_json && rust == "Json" {
            return Conversion { ty: "impl Into<Json>".to_owned(), value: format!("&Into::<Json>::into({name})") };
        }
        self.convert(&parameter.ty, &rust, &place, name)
    }

    fn convert(&self, ty: &Type, rust: &str, place: &Place<'_, '_>, name: &str) -> Conversion {
        let is_enum = |key: &str| {
            let shape = self.api.models.all.get(key).map(|model| &model.shape);
            matches!(shape, Some(Shape::TextEnum(_) | Shape::IntegerEnum(_)))
        };
        match ty {
            Type::Model(key) if !is_enum(key) => Conversion { ty: format!("&{rust}"), value: name.to_owned() },
            Type::Json | Type::Map(_) => Conversion { ty: format!("&{rust}"), value: name.to_owned() },
            Type::List(item) => {
                let item = self.api.naming.item(item, place);
                Conversion {
                    ty: format!("impl IntoIterator<Item = impl Into<{item}>>"),
                    value: format!("&{name}.into_iter().map(Into::<{item}>::into).collect::<Vec<_>>()"),
                }
            }
            Type::Bool | Type::Integer | Type::Float | Type::Number if matches!(rust, "bool" | "i64" | "f64") => {
                Conversion { ty: rust.to_owned(), value: format!("&{name}") }
            }
            _ => Conversion { ty: format!("impl Into<{rust}>"), value: format!("&Into::<{rust}>::into({name})") },
        }
    }

    fn body(&mut self) {
        let Some(body) = &self.operation.body else { return };
        let mut description = body.description.unwrap_or("The request body.").to_owned();
        body.others.iter().for_each(|sentence| append(&mut description, sentence));
        let is_update = matches!(self.operation.http.as_str(), "PATCH" | "PUT");
        let content = match &body.content {
            Content::Json(ty) | Content::Form(ty) => ty.clone(),
            Content::Raw(_) | Content::Multipart(_) => Type::Binary,
        };
        let (rust, setting) = match &body.content {
            Content::Json(ty) => {
                let declared = body.media_type.split(';').next().unwrap_or_default().trim();
                let other = Some(declared).filter(|declared| !matches!(*declared, "application/json" | "*/*"));
                let header = other.map(|other| format!(".header(\"Content-Type\", \"{}\")", literal(other)));
                let body = self.json_body(ty, is_update);
                (body.ty, format!(".json_body({}){}", body.value, header.unwrap_or_default()))
            }
            Content::Form(ty) => (self.body_type(ty, is_update), ".form_body(body)".to_owned()),
            Content::Raw(media_type) => {
                // A range such as `image/*` isn't a media type.
                let media_type = if media_type.contains('*') {
                    append(
                        &mut description,
                        "Sent as `application/octet-stream`, unless the header `Content-Type` is set.",
                    );
                    "application/octet-stream"
                } else {
                    media_type
                };
                let setting = format!(".raw_body(\"{}\", body)", literal(media_type));
                ("impl Into<Vec<u8>>".to_owned(), setting)
            }
            Content::Multipart(parts) => {
                let alone = parts.len() == 1 && body.required;
                parts.iter().for_each(|(part, media_type)| {
                    self.part(part, media_type.as_deref(), alone || (body.required && part.required))
                });
                return;
            }
        };
        if body.required {
            self.settings.push(setting);
            let (name, key, view) = ("body".to_owned(), "body".to_owned(), View { layers: Vec::new() });
            self.push_argument(Argument { name, rust, key, ty: content, view, sample: None, is_update }, &description);
        } else {
            self.push_setter("body", &rust, &setting, &description, false);
        }
    }

    /// The conversion of a JSON body. Scalars are passed by value.
    fn json_body(&self, ty: &Type, is_update: bool) -> Conversion {
        let is_scalar = match ty {
            Type::Bool | Type::Integer | Type::Float | Type::Number => true,
            Type::Model(key) => self.api.models.is_enum(key),
            _ => false,
        };
        if !is_scalar {
            return Conversion { ty: self.body_type(ty, is_update), value: "body".to_owned() };
        }
        let view = View { layers: Vec::new() };
        let place = Place { owner: None, key: "", view: &view, is_update };
        self.convert(ty, &self.api.naming.rust(ty, &place), &place, "body")
    }

    fn body_type(&self, ty: &Type, is_update: bool) -> String {
        let view = crate::document::View { layers: Vec::new() };
        let place = Place { owner: None, key: "", view: &view, is_update };
        let rust = self.api.naming.rust(ty, &place);
        match ty {
            Type::Text => "&str".to_owned(),
            Type::List(item) => format!("&[{}]", self.api.naming.item(item, &place)),
            _ => format!("&{rust}"),
        }
    }

    /// A part of a multipart form.
    fn part(&mut self, part: &Property<'d>, media_type: Option<&str>, required: bool) {
        let bare = value_name(&part.key);
        let name = if required { self.taken.take(bare, "") } else { self.setter_names.take(bare, "_part") };
        let key = literal(&part.key);
        let place = Place { owner: None, key: &part.key, view: &part.view, is_update: false };
        let (ty, setting) = match &part.ty {
            Type::Binary => ("impl Into<Upload>".to_owned(), format!(".file_part(\"{key}\", {name})")),
            Type::List(item) if **item == Type::Binary => {
                ("impl IntoIterator<Item = impl Into<Upload>>".to_owned(), format!(".file_parts(\"{key}\", {name})"))
            }
            ty => {
                let rust = self.api.naming.rust(ty, &place);
                let argument = self.convert(ty, &rust, &place, &name);
                let is_json = matches!(ty, Type::Model(_) | Type::Map(_) | Type::Json) && argument.ty.starts_with('&');
                let media_type = media_type.or(is_json.then_some("application/json"));
                let media_type =
                    media_type.map_or_else(|| "None".to_owned(), |name| format!("Some(\"{}\")", literal(name)));
                (argument.ty, format!(".part(\"{key}\", {}, {media_type})", argument.value))
            }
        };
        let description = part.view.text("description").unwrap_or_default();
        let text = if description.trim().is_empty() {
            format!("Part {} of the form.", code(&part.key))
        } else {
            description.to_owned()
        };
        if required {
            self.settings.push(setting);
            let (key, rust, view) = (part.key.clone(), ty, part.view.clone());
            let argument = Argument { name, rust, key, ty: part.ty.clone(), view, sample: None, is_update: false };
            self.push_argument(argument, &text);
        } else {
            self.push_setter(&name, &ty, &setting, &text, false);
            if let Some(setter) = self.setters.last_mut() {
                setter["part"] = json!(part.key);
            }
        }
    }

    fn finish(self) -> Value {
        let operation = self.operation;
        let names = self.names;
        let view = crate::document::View { layers: Vec::new() };
        let rust = |view: &crate::document::View<'_>, ty: &Type| {
            let place = Place { owner: None, key: "", view, is_update: false };
            self.api.naming.rust(ty, &place)
        };
        let body_type = |body: &ResponseBody<'_>| match body {
            ResponseBody::Nothing => None,
            ResponseBody::Json(_, ty) => Some(rust(&view, ty)),
            ResponseBody::Text => Some("String".to_owned()),
            ResponseBody::Bytes => Some("Vec<u8>".to_owned()),
        };
        let reader = |body: &ResponseBody<'_>| match body {
            ResponseBody::Text => Some("text"),
            ResponseBody::Bytes => Some("bytes"),
            ResponseBody::Nothing | ResponseBody::Json(..) => None,
        };
        let mut several = Value::Null;
        let mut accept = None;
        let (output, decode) = match &operation.output {
            Output::Nothing => ("()".to_owned(), Some("nothing(body)".to_owned())),
            Output::Ignored => ("()".to_owned(), Some("ignored(body)".to_owned())),
            Output::Json(_, ty) => (rust(&view, ty), None),
            Output::Optional(_, ty) => (format!("Option<{}>", rust(&view, ty)), Some("optional(body)".to_owned())),
            Output::Text(media_type) => {
                accept = Some(media_type.clone());
                ("String".to_owned(), Some("text(body)".to_owned()))
            }
            Output::Bytes(media_type) => {
                accept = Some(media_type.clone());
                ("Vec<u8>".to_owned(), Some("bytes(body)".to_owned()))
            }
            Output::Several(bodies, media_types) => {
                let name = names.output.clone().unwrap_or_default();
                let statuses: Vec<_> = bodies.iter().map(|(status, body)| {
                    json!({"status": status_range(status), "code": code(status), "name": format!("Status{}", pascal(status)), "bodyType": body_type(body), "reader": reader(body)})
                }).collect();
                if !media_types.is_empty() {
                    accept = Some(format!("application/json, {}", media_types.join(", ")));
                }
                several = json!({"name": name, "method": names.method, "statuses": statuses});
                (name, None)
            }
        };
        let is_listing = match &operation.output {
            Output::Json(_, ty @ Type::List(_)) => operation.http == "GET" && !matches!(ty, Type::Map(_)),
            _ => operation.listing.is_some(),
        };
        let paginated = operation.page.is_some();
        let size = operation.page.as_ref().and_then(|page| page.size.as_ref());
        let size = size.filter(|_| !self.api.corrections.has_fixed_page_size(&operation.id));
        let size = size.map(|view| {
            let limit =
                |keyword: &str| view.get(keyword).and_then(Node::scalar).filter(|text| text.parse::<u32>().is_ok());
            let or = |keyword: &str, fallback: &str| limit(keyword).unwrap_or_else(|| fallback.to_owned());
            json!({"least": or("minimum", "1"), "most": or("maximum", "u32::MAX"), "default": limit("default")})
        });
        let has_success = operation.responses.iter().any(|(status, _)| status.starts_with('2')) || operation.redirects;
        let responses = |success: bool| {
            let chosen = operation.responses.iter().filter(move |(status, _)| {
                let is_success = match status.as_str() {
                    "default" => !has_success,
                    _ => status.starts_with('2') || (operation.redirects && status.starts_with('3')),
                };
                is_success == success
            });
            let item = |(status, text): &(String, String)| {
                let text = text.trim();
                let prefix = if text.is_empty() { format!("- `{status}`") } else { format!("- `{status}`: ") };
                doc_item(&prefix, text, WIDTH)
            };
            chosen.map(item).collect::<Vec<_>>()
        };
        let summary = operation.node.get("summary").and_then(Node::text).unwrap_or_default();
        let description = operation.node.get("description").and_then(Node::text).unwrap_or_default();
        let text = if description.trim().is_empty() { summary } else { description };
        let mut docs = doc_lines(text, WIDTH);
        if docs.is_empty() {
            docs.push(format!("Calls the operation `{}`.", operation.id.replace('`', "'")));
        }
        if let Some(sentence) = operation.node.get("externalDocs").and_then(more) {
            docs.extend([String::new(), sentence]);
        }
        let arguments: Vec<_> =
            self.arguments.iter().map(|it| json!({"name": it.name, "type": it.rust, "key": it.key})).collect();
        // The same arguments, with that of the handle instead of the app ID.
        let handle = self.app.as_ref().map(|app| {
            let is_app = |argument: &&Argument<'_>| argument.name == *app;
            let arguments: Vec<_> = self.arguments.iter().filter(|argument| !is_app(argument)).collect();
            let arguments: Vec<_> = arguments.iter().map(|it| json!({"name": it.name, "type": it.rust})).collect();
            let passed = |argument| if is_app(&argument) { "self.id()" } else { argument.name.as_str() };
            json!({"arguments": arguments, "passed": self.arguments.iter().map(passed).collect::<Vec<_>>()})
        });
        let example = examples::lines(self.api, operation, &names.method, &self.arguments, is_listing);
        json!({
            "type": names.ty, "method": names.method, "id": literal(&operation.id), "code": code(&operation.id), "tag": operation.tag,
            "heading": Some(one_line(&operation.tag)).filter(|line| !line.is_empty()).unwrap_or_else(|| code(&operation.tag)),
            "http": operation.http, "path": literal(&operation.path), "route": code(&format!("{} {}", operation.http, operation.path)),
            "redirects": operation.redirects, "anonymous": self.is_anonymous(), "server": operation.server.as_deref().map(literal), "accept": accept.as_deref().map(literal),
            "docs": docs, "aliases": self.api.corrections.operation_aliases(&operation.id, &names.method), "line": one_line(if summary.is_empty() { description } else { summary }),
            "credentials": self.credentials(), "parameters": self.parameter_docs,
            "responses": responses(true), "errors": responses(false), "example": example,
            "deprecated": operation.node.flag("deprecated"), "arguments": arguments, "handle": handle,
            "pathValues": self.path, "settings": self.settings, "setters": self.setters, "hasSetters": !self.setters.is_empty(),
            "output": output, "decode": decode, "several": several,
            "listing": is_listing, "paginated": paginated,
            "fromEnd": self.api.corrections.is_listed_from_the_end(&operation.id), "pageSize": size,
        })
    }

    /// Returns whether the client's credentials aren't sent.
    fn is_anonymous(&self) -> bool {
        let is_empty = self.security().is_some_and(|security| security.list().is_empty());
        is_empty && !self.api.corrections.is_authenticated(&self.operation.id)
    }

    fn security(&self) -> Option<&Node> {
        self.operation.node.get("security").or(self.api.root().get("security"))
    }

    /// The credentials that an operation takes, in a sentence.
    fn credentials(&self) -> String {
        if self.api.corrections.is_authenticated(&self.operation.id) {
            return "Credentials: required.".to_owned();
        }
        let Some(security) = self.security() else { return "Credentials: none.".to_owned() };
        let alternatives: Vec<_> =
            security.list().iter().map(Node::entries).filter(|alternative| !alternative.is_empty()).collect();
        // The client sends credentials in the header `Authorization`.
        let keys: Option<Vec<String>> = alternatives.iter().map(|schemes| self.api_key(schemes)).collect();
        if let Some([key, ..]) = keys.as_deref() {
            return format!("Credentials: the {key}, which the client doesn't set.");
        }
        let mut scopes: Vec<String> = Vec::new();
        for scope in
            alternatives.iter().copied().flatten().flat_map(|(_, scopes)| scopes.list()).filter_map(Node::scalar)
        {
            if !scopes.contains(&scope) {
                scopes.push(scope);
            }
        }
        const KEYS: [&str; 4] = ["integration", "app", "user", "account"];
        scopes.sort_by_key(|scope| KEYS.iter().position(|known| known == scope));
        let or_none = if alternatives.len() < security.list().len() { ", or none" } else { "" };
        match &scopes[..] {
            [] if alternatives.is_empty() => "Credentials: none.".to_owned(),
            [] if or_none.is_empty() => "Credentials: required.".to_owned(),
            [] => "Credentials: optional.".to_owned(),
            scopes if scopes.iter().any(|scope| !KEYS.contains(&scope.as_str())) => {
                let scopes: Vec<_> = scopes.iter().map(|scope| code(scope)).collect();
                format!("Credentials: with the scopes {}{or_none}.", scopes.join(", "))
            }
            [only] => format!("Credentials: {only} key{or_none}."),
            [first @ .., last] => format!("Credentials: {} or {last} key{or_none}.", first.join(", ")),
        }
    }

    /// The place of a key that an alternative of the credentials needs, other than the header `Authorization`.
    fn api_key(&self, schemes: &[(String, Node)]) -> Option<String> {
        let declared = self.api.root().get("components").and_then(|components| components.get("securitySchemes"));
        schemes.iter().find_map(|(name, _)| {
            let scheme = declared?.get(name)?;
            let text = |key: &str| scheme.get(key).and_then(Node::text);
            let (place, name) = (text("in")?, text("name")?);
            let place = if place == "query" { "query parameter" } else { place };
            let is_sent = text("type") != Some("apiKey") || name.eq_ignore_ascii_case("authorization");
            (!is_sent).then(|| format!("{place} {}", code(name)))
        })
    }
}

/// An argument for a parameter.
fn example_of<'d>(parameter: &Parameter<'d>, name: String, rust: String) -> Argument<'d> {
    let sample = examples::example(|keyword| parameter.node.get(keyword)).filter(|_| !parameter.view.layers.is_empty());
    let (key, ty, view) = (parameter.name.clone(), parameter.ty.clone(), parameter.view.clone());
    Argument { name, rust, key, ty, view, sample, is_update: false }
}

/// The call that sets a parameter.
fn setting(parameter: &Parameter<'_>, value: &str) -> String {
    let name = literal(&parameter.name);
    let in_json = format!("&{}", in_json(parameter, value));
    let value = if parameter.is_json { &in_json } else { value };
    match parameter.place.as_str() {
        "header" => format!(".header_parameter(\"{name}\", {value})"),
        "cookie" => format!(".cookie_parameter(\"{name}\", {value})"),
        _ => format!(".query_parameter(\"{name}\", {}, {value})", style(parameter)),
    }
}

/// The expression that encodes a parameter as JSON, with the characters that its place allows.
fn in_json(parameter: &Parameter<'_>, value: &str) -> String {
    let encoder = match parameter.place.as_str() {
        "header" => "ascii",
        "cookie" => "percent_encoded",
        _ => "new",
    };
    format!("JsonText::{encoder}({value})")
}

fn setting_of_default(parameter: &Parameter<'_>, default: &str) -> String {
    setting(parameter, &format!("\"{}\"", literal(default)))
}

fn style(parameter: &Parameter<'_>) -> &'static str {
    match (parameter.style.as_str(), parameter.explode) {
        ("deepObject", _) => "Style::Deep",
        ("spaceDelimited", false) => "Style::Space",
        ("pipeDelimited", false) => "Style::Pipe",
        (_, true) => "Style::Form",
        (_, false) => "Style::FormJoined",
    }
}

/// A status code as a Rust pattern: `200`, `200..=299` for `2XX`, and `_` for `default`.
fn status_range(status: &str) -> String {
    match status.to_uppercase().strip_suffix("XX") {
        Some(class) if class.parse::<u16>().is_ok() => format!("{class}00..={class}99"),
        _ if status.parse::<u16>().is_ok() => status.to_owned(),
        _ => "_".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// The methods of a type in a folder of the SDK's source.
    fn methods(folder: &Path, ty: &str) -> Vec<String> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(methods(&path, ty));
                continue;
            }
            if path.extension() != Some("rs".as_ref()) {
                continue;
            }
            let text = fs::read_to_string(path).unwrap();
            let mut is_inside = false;
            for line in text.lines() {
                if !line.starts_with([' ', '}']) {
                    let implements = |rest: &str| rest.starts_with(['<', ' ']);
                    is_inside = line.starts_with("impl")
                        && line
                            .split(' ')
                            .any(|word| word.strip_prefix(ty).is_some_and(|rest| rest.is_empty() || implements(rest)));
                }
                let name = line.strip_prefix("    ").filter(|line| is_inside && !line.starts_with(' '));
                let name =
                    name.and_then(|line| line.split_once("fn ")).and_then(|(_, name)| name.split(['(', '<']).next());
                found.extend(name.map(str::to_owned));
            }
        }
        found
    }

    #[test]
    fn methods_of_the_sdk_are_reserved() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src");
        let of_calls = methods(&source, "Call");
        let of_clients = [methods(&source, "ApiClient"), methods(&source, "AppClient")].concat();
        assert!(of_calls.contains(&"send".to_owned()) && of_clients.contains(&"request".to_owned()));
        for (methods, reserved) in [(of_calls, &CALL_METHODS[..]), (of_clients, &CLIENT_METHODS[..])] {
            for name in methods {
                assert!(reserved.contains(&name.as_str()), "`{name}` isn't reserved");
            }
        }
    }
}
