//! The plan of the command-line tool: a command for each operation, and the schemas of request bodies.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::markdown::{doc_lines, one_line};
use crate::model::{Property, Shape, Type};
use crate::names::{Names, snake, words};
use crate::naming::is_secret;
use crate::operations::{self, Content, Operation, Output, Parameter};
use crate::plan::{Api, WIDTH, literal};
use crate::short_forms;
use crate::yaml::Node;

/// The most columns of a table of items.
const COLUMNS: usize = 6;

/// The commands, and the schemas of their bodies.
pub(crate) fn plan(api: &Api<'_>, planned: &[Value]) -> Value {
    let mut schemas = Schemas { api, constants: BTreeMap::new(), names: Names::default(), tables: Vec::new() };
    let groups = group_names(api);
    let verbs = verb_names(api, &groups);
    let commands: Vec<Value> = api
        .operations
        .iter()
        .zip(planned)
        .zip(&verbs)
        .map(|((operation, plan), verb)| command(&mut schemas, operation, plan, &groups, verb))
        .collect();
    json!({"commands": commands, "schemas": schemas.tables, "commandNames": RESERVED, "optionNames": RESERVED_OPTIONS})
}

fn command<'d>(
    schemas: &mut Schemas<'_, 'd>,
    operation: &Operation<'d>,
    plan: &Value,
    groups: &BTreeMap<String, String>,
    verb: &str,
) -> Value {
    let api = schemas.api;
    let is_update = matches!(operation.http.as_str(), "PATCH" | "PUT");
    let listed = match &operation.output {
        Output::Json(_, ty) if operation.http == "GET" => api.listed_item(ty).map(|item| (ty, item)),
        _ => None,
    };
    let paginated = operation.page.is_some();
    let mut parameters: Vec<Value> =
        operation.parameters.iter().flat_map(|parameter| schemas.parameters(parameter)).collect();
    match operation.body.as_ref().map(|body| &body.content) {
        Some(Content::Multipart(parts)) => {
            let is_required = operation.body.as_ref().is_some_and(|body| body.required);
            let is_argument = |part: &Property<'_>| is_required && (part.required || parts.len() == 1);
            parameters.extend(parts.iter().map(|(part, _)| schemas.part(part, is_argument(part))));
        }
        Some(Content::Raw(_)) => parameters.push(file("body", "The content of the request.")),
        _ => {}
    }
    let mut names = Names::default().reserve(RESERVED_OPTIONS);
    for parameter in &mut parameters {
        let name = parameter["option"].as_str().filter(|name| !name.is_empty()).unwrap_or("parameter").to_owned();
        parameter["option"] = json!(names.take(name, "-parameter"));
    }
    let shown = match (&listed, &operation.output) {
        (Some((_, item)), _) => Some(item.clone()),
        (None, Output::Json(_, ty)) => Some(record(api, ty).unwrap_or_else(|| ty.clone())),
        _ => None,
    };
    let body = operation.body.as_ref().map(|body| match &body.content {
        Content::Json(ty) | Content::Form(ty) => {
            let rust = match ty.direct_model() {
                Some(key) => format!("models::{}", api.naming.model_in(key, is_update)),
                None => "sunshine_conversations::Json".to_owned(),
            };
            json!({"type": schemas.type_text(ty, is_update), "rust": rust, "required": body.required})
        }
        Content::Multipart(_) | Content::Raw(_) => Value::Null,
    });
    let listing = listed.as_ref().and_then(|(ty, _)| api.listing_items(ty)).map(|items| {
        json!({"items": literal(items), "paginated": paginated, "fromEnd": plan["fromEnd"], "pageSize": plan["pageSize"]})
    });
    json!({
        "id": plan["id"], "group": groups[&operation.tag], "verb": verb, "http": plan["http"], "path": plan["path"],
        "summary": literal(&one_line(operation.node.get("summary").and_then(Node::text).unwrap_or_default())),
        "heading": plan["heading"].as_str().map(literal),
        "docs": plan["docs"].as_array().map(|lines| literal(&lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"))),
        "credentials": plan["credentials"].as_str().and_then(|line| line.strip_prefix("Credentials: ")).map(literal),
        "app": !plan["handle"].is_null(), "parameters": parameters, "body": body, "listing": listing, "record": shown.as_ref().and_then(|_| record_key(api, operation)).map(|key| literal(&key)),
        "columns": shown.map_or_else(Vec::new, |ty| columns(api, &ty)).iter().map(|column| literal(column)).collect::<Vec<_>>(),
        "call": typed_call(operation, plan),
    })
}

/// Returns the call of the SDK's method, for operations that aren't JSON in both directions.
fn typed_call(operation: &Operation<'_>, plan: &Value) -> Option<String> {
    let is_json = operation.body.as_ref().is_none_or(|body| matches!(body.content, Content::Json(_)))
        && matches!(operation.output, Output::Json(..) | Output::Optional(..) | Output::Nothing)
        && plan["anonymous"] != true
        && plan["server"].is_null();
    if is_json {
        return None;
    }
    let mut paths = 0;
    let arguments = plan["arguments"].as_array()?.iter().map(|argument| {
        let text = |key: &str| argument[key].as_str().unwrap_or_default();
        let (name, key, ty) = (text("name"), text("key"), text("type"));
        match ty {
            _ if ty.starts_with("impl AsId") => {
                paths += 1;
                format!("input.path({})", paths - 1)
            }
            "impl Into<Vec<u8>>" => "input.bytes()".to_owned(),
            _ if name == "body" => "&input.body()?".to_owned(),
            _ => value(key, ty),
        }
    });
    let arguments = arguments.collect::<Vec<_>>().join(", ");
    let call = format!("api.{}({arguments})", plan["method"].as_str().unwrap_or_default());
    let parts = plan["setters"].as_array()?.iter().filter_map(|setter| {
        let (part, name, ty) = (setter["part"].as_str()?, setter["name"].as_str()?, setter["type"].as_str()?);
        Some(format!("if input.has(\"{}\") {{ call = call.{name}({}); }}", literal(part), value(part, ty)))
    });
    let parts = parts.collect::<Vec<_>>().join(" ");
    Some(match parts.is_empty() {
        true => format!("input.send({call})"),
        false => format!("{{ let mut call = {call}; {parts} input.send(call) }}"),
    })
}

/// Returns the expression for the value of a parameter or part, of a type of the SDK's method.
fn value(key: &str, ty: &str) -> String {
    let key = literal(key);
    if let Some(item) = ty.strip_prefix("impl IntoIterator<Item = ") {
        return match item {
            "impl Into<Upload>>" => format!("input.uploads(\"{key}\")"),
            "impl Into<bool>>" | "impl Into<i64>>" | "impl Into<f64>>" => format!("input.parsed_values(\"{key}\")?"),
            _ => format!("input.values(\"{key}\")"),
        };
    }
    match ty {
        "impl Into<Upload>" => format!("input.upload(\"{key}\")"),
        "bool" | "i64" | "f64" => format!("input.parsed(\"{key}\")?"),
        _ if ty.starts_with('&') => format!("&input.object(\"{key}\")?"),
        _ => format!("input.value(\"{key}\")"),
    }
}

/// The names of the groups of commands, by tag.
fn group_names(api: &Api<'_>) -> BTreeMap<String, String> {
    // The tool's other commands.
    let mut names = Names::default().reserve(RESERVED);
    let mut groups = BTreeMap::new();
    for operation in &api.operations {
        if !groups.contains_key(&operation.tag) {
            let corrected = api.corrections.command_group(&operation.tag).map(str::to_owned);
            let name = corrected.unwrap_or_else(|| kebab(&operation.tag));
            let name = if name.is_empty() { "other".to_owned() } else { name };
            groups.insert(operation.tag.clone(), names.take(name, "-operations"));
        }
    }
    groups
}

/// The commands that aren't operations. A test of the tool compares them.
const RESERVED: [&str; 17] = [
    "api",
    "apply",
    "chat",
    "completions",
    "erase",
    "export",
    "help",
    "import",
    "jwt",
    "listen",
    "login",
    "logout",
    "man",
    "profiles",
    "sandbox",
    "send",
    "trigger",
];

/// The options of every command.
const RESERVED_OPTIONS: [&str; 22] = [
    "all",
    "app",
    "clear",
    "cursor",
    "data",
    "dry-run",
    "fields",
    "help",
    "ids",
    "jq",
    "json-errors",
    "limit",
    "no-check",
    "output",
    "page-size",
    "profile",
    "sandbox",
    "set",
    "body-template",
    "verbose",
    "version",
    "yes",
];

/// The verb of each operation: the words of its ID, without those of its tag.
fn verb_names(api: &Api<'_>, groups: &BTreeMap<String, String>) -> Vec<String> {
    let mut taken: BTreeMap<&str, Names> = BTreeMap::new();
    let noun = |word: &str| {
        let word = word.to_lowercase();
        word.strip_suffix("ies")
            .map(|stem| format!("{stem}y"))
            .or(word.strip_suffix('s').map(str::to_owned))
            .unwrap_or(word)
    };
    let mut verbs = Vec::new();
    for operation in &api.operations {
        let mut nouns: BTreeSet<String> = words(&operation.tag).iter().map(|word| noun(word)).collect();
        // `JoinConversation` of `/conversations/{conversationId}/join` is `join`.
        let last =
            operation.parameters.iter().rfind(|parameter| parameter.place == "path" && parameter.name != "appId");
        let owner = last.and_then(|parameter| words(&parameter.name).first().map(|word| noun(word)));
        let words = words(&operation.id);
        if words.len() == 2 && words.last().map(|word| noun(word)) == owner {
            nouns.extend(owner);
        }
        let is_verb = |(index, word): &(usize, &String)| *index == 0 || !nouns.contains(&noun(word));
        let verb: Vec<_> = words.iter().enumerate().filter(is_verb).map(|(_, word)| word.to_lowercase()).collect();
        let names = taken.entry(&groups[&operation.tag]).or_insert_with(|| Names::default().reserve(["help"]));
        let verb = verb.join("-");
        let rest = kebab(&operation.id);
        let suffix = rest.strip_prefix(&verb).unwrap_or("-operation");
        verbs.push(names.take(verb, suffix));
    }
    verbs
}

fn kebab(name: &str) -> String {
    snake(name).replace('_', "-")
}

/// The fields of a model that a table shows.
fn columns(api: &Api<'_>, ty: &Type) -> Vec<String> {
    let mut columns = Vec::new();
    let is_scalar = |ty: &Type| match ty {
        Type::Text | Type::Bool | Type::Integer | Type::Float | Type::Number => true,
        Type::Model(key) => api.models.is_enum(key),
        _ => false,
    };
    const NESTED: [&str; 4] = ["type", "givenName", "surname", "email"];
    let fields = match ty.direct_model().and_then(|key| api.models.all.get(key)).map(|model| &model.shape) {
        Some(Shape::Tagged { tag, common, .. }) => {
            columns.push(tag.clone());
            common
        }
        _ => operations::fields(&api.models, ty),
    };
    for property in fields.iter().filter(|property| !columns.contains(&property.key)).collect::<Vec<_>>() {
        let is_secret = is_secret(api.corrections, &property.key, &property.view);
        if is_scalar(&property.ty) && !is_secret {
            columns.push(property.key.clone());
        } else if property.ty.direct_model().is_some() {
            let shown = operations::fields(&api.models, &property.ty)
                .iter()
                .filter(|field| is_scalar(&field.ty) && NESTED.contains(&field.key.as_str()));
            columns.extend(shown.take(3).map(|field| format!("{}.{}", property.key, field.key)));
            if let Type::Model(key) = &property.ty
                && let Some(Shape::Tagged { tag, variants, .. }) = api.models.all.get(key).map(|model| &model.shape)
                && short_forms::text_variant(api, variants, false).is_some()
            {
                columns.extend([format!("{}.{tag}", property.key), format!("{}.text", property.key)]);
            }
        }
    }
    columns.sort_by_key(|column| match column.as_str() {
        "id" => 0,
        "externalId" | "displayName" | "name" => 1,
        "type" | "status" => 2,
        nested if nested.contains('.') => 3,
        _ => 4,
    });
    columns.truncate(COLUMNS);
    columns
}

/// The record that a response wraps: its only field with an object, or the one that the path names.
fn record(api: &Api<'_>, ty: &Type) -> Option<Type> {
    let fields = operations::fields(&api.models, ty);
    let mut objects = fields.iter().filter(|field| field.ty.direct_model().is_some_and(|key| !api.models.is_enum(key)));
    objects.next().filter(|_| objects.next().is_none() && fields.len() == 1).map(|field| field.ty.clone())
}

fn record_key(api: &Api<'_>, operation: &Operation<'_>) -> Option<String> {
    let Output::Json(_, ty) = &operation.output else { return None };
    record(api, ty)?;
    operations::fields(&api.models, ty).first().map(|field| field.key.clone())
}

/// The schemas that bodies and parameters need, each once.
struct Schemas<'a, 'd> {
    api: &'a Api<'d>,
    /// The names of the constants, by the key of the model and whether it is for updates.
    constants: BTreeMap<(String, bool), String>,
    names: Names,
    tables: Vec<Value>,
}

impl<'d> Schemas<'_, 'd> {
    /// The options of a parameter: one, or one for each field of an object in the query.
    fn parameters(&mut self, parameter: &Parameter<'d>) -> Vec<Value> {
        let is_deep = parameter.place == "query" && parameter.style == "deepObject";
        let fields = if is_deep { operations::fields(&self.api.models, &parameter.ty) } else { &[] };
        let docs = |text: Option<&str>, facts: Vec<String>| {
            let mut lines = doc_lines(text.unwrap_or_default(), WIDTH);
            lines.extend(facts);
            literal(&lines.join("\n"))
        };
        if fields.is_empty() {
            let text = parameter.description.or(parameter.view.text("description"));
            let facts = crate::facts::missing_facts(text.unwrap_or_default(), &parameter.view);
            let ty = self.type_text(&parameter.ty, false);
            let id = words(&parameter.name);
            let stem: Vec<_> = id.iter().map(|word| word.to_lowercase()).take_while(|word| word != "id").collect();
            let stem = stem.join("-");
            let name = if parameter.place == "path" && !stem.is_empty() { stem } else { kebab(&parameter.name) };
            return vec![json!({
                "name": literal(&parameter.name), "option": name, "place": place_text(&parameter.place), "type": ty,
                "joined": !parameter.explode, "required": parameter.required, "docs": docs(text, facts), "isJson": parameter.is_json,
                "default": parameter.view.get("default").and_then(Node::scalar).map(|text| literal(&text)),
            })];
        }
        let option = |field: &Property<'d>, ty: String| {
            let text = field.view.text("description");
            let facts = crate::facts::missing_facts(text.unwrap_or_default(), &field.view);
            json!({
                "name": literal(&format!("{}[{}]", parameter.name, field.key)), "option": kebab(&field.key), "place": "Query",
                "type": ty, "joined": false, "required": field.required && parameter.required, "docs": docs(text, facts), "isJson": false,
                "default": Value::Null,
            })
        };
        let mut options = Vec::new();
        for field in fields {
            let ty = self.type_text(&field.ty, false);
            options.push(option(field, ty));
        }
        options
    }

    /// The parameter for a part of a form.
    fn part(&mut self, part: &Property<'d>, is_required: bool) -> Value {
        let docs = part.view.text("description").unwrap_or_default();
        if part.ty == Type::Binary && is_required {
            return file(&part.key, docs);
        }
        json!({
            "name": literal(&part.key), "option": kebab(&part.key), "place": "Part", "type": self.type_text(&part.ty, false),
            "joined": false, "required": is_required, "docs": literal(docs.trim()), "isJson": false, "default": Value::Null,
        })
    }

    /// The expression for a type; adds the schemas that it needs.
    fn type_text(&mut self, ty: &Type, is_update: bool) -> String {
        match ty {
            Type::Text => "Type::Text".to_owned(),
            Type::Bool => "Type::Bool".to_owned(),
            Type::Integer => "Type::Integer".to_owned(),
            Type::Float | Type::Number => "Type::Number".to_owned(),
            Type::Json => "Type::Json".to_owned(),
            Type::Binary => "Type::Binary".to_owned(),
            Type::List(item) => format!("Type::List(&{})", self.type_text(item, is_update)),
            Type::Map(value) => format!("Type::Map(&{})", self.type_text(value, is_update)),
            Type::Model(key) => self.model_text(key, is_update),
        }
    }

    fn model_text(&mut self, key: &str, is_update: bool) -> String {
        let api = self.api;
        let Some(model) = api.models.all.get(key) else { return "Type::Json".to_owned() };
        let name = api.naming.model_in(key, is_update).to_owned();
        let kind = match &model.shape {
            Shape::TextEnum(values) => {
                let values: Vec<_> = values.iter().map(|value| format!("\"{}\"", literal(value))).collect();
                return format!("Type::Enum(&[{}])", values.join(", "));
            }
            Shape::IntegerEnum(_) => return "Type::Integer".to_owned(),
            Shape::Untagged(members) => {
                let is_struct =
                    |key: &str| api.models.all.get(key).is_some_and(|model| matches!(model.shape, Shape::Struct(_)));
                let keys: Vec<_> =
                    members.iter().map(|(_, ty)| ty.direct_model().filter(|key| is_struct(key))).collect();
                let Some(keys) = keys.into_iter().collect::<Option<Vec<_>>>() else { return "Type::Json".to_owned() };
                let keys: Vec<_> = keys.into_iter().map(str::to_owned).collect();
                let schemas: Vec<_> = keys.iter().map(|key| self.model_text(key, is_update)).collect();
                let schemas = schemas.iter().filter_map(|text| text.strip_prefix("Type::Object(")?.strip_suffix(')'));
                return format!("Type::Choice(&[{}])", schemas.collect::<Vec<_>>().join(", "));
            }
            Shape::Keyed(_) => return "Type::Json".to_owned(),
            Shape::Struct(_) => "Object",
            Shape::Tagged { .. } => "Union",
        };
        let place = (key.to_owned(), is_update);
        if let Some(constant) = self.constants.get(&place) {
            return format!("Type::{kind}(&{constant})");
        }
        let constant = self.names.take(snake(&name).to_uppercase(), "");
        // Before the fields, which may contain the model itself.
        self.constants.insert(place, constant.clone());
        {
            let table = match &model.shape {
                Shape::Struct(properties) => self.schema(key, &name, properties, is_update),
                Shape::Tagged { tag, variants, .. } => {
                    let variants: Vec<_> = variants
                        .iter()
                        .map(|variant| json!({"tag": literal(&variant.tag), "type": self.model_text(&variant.model, is_update)}))
                        .collect();
                    json!({"tag": literal(tag), "variants": variants})
                }
                _ => Value::Null,
            };
            self.tables.push(json!({"constant": constant, "name": name, "of": table, "isUnion": kind == "Union"}));
        }
        format!("Type::{kind}(&{constant})")
    }

    fn schema(&mut self, key: &str, name: &str, properties: &[Property<'d>], is_update: bool) -> Value {
        let api = self.api;
        let mut fields = Vec::new();
        for field in api.fields(key, name, properties, is_update) {
            let property = field.property;
            if property.view.flag("readOnly") || field.kind == "assigned" {
                continue;
            }
            let corrected = api.corrections.field(name, &property.key, "type");
            let ty = match corrected {
                Some("f64") => "Type::Number".to_owned(),
                Some(_) => "Type::Text".to_owned(),
                None => self.type_text(&property.ty, is_update),
            };
            let has_default = property.view.get("default").is_some();
            fields.push(json!({
                "key": literal(&property.key), "type": ty, "required": field.is_argument && !has_default,
                "clears": field.kind == "patch" || property.view.is_nullable(),
                "writeOnly": property.view.flag("writeOnly"),
                "secret": property.ty == Type::Text && is_secret(api.corrections, &property.key, &property.view),
                "docs": literal(&api.field_docs(property, name).join("\n")),
                "default": property.view.get("default").and_then(Node::scalar).map(|text| literal(&text)),
            }));
        }
        json!({"fields": fields})
    }
}

/// The parameter for a file.
fn file(name: &str, docs: &str) -> Value {
    json!({
        "name": literal(name), "option": "file", "place": "File", "type": "Type::Binary", "joined": false, "required": true,
        "docs": literal(docs.trim()), "isJson": false, "default": Value::Null,
    })
}

fn place_text(place: &str) -> &'static str {
    match place {
        "path" => "Path",
        "header" => "Header",
        "cookie" => "Cookie",
        _ => "Query",
    }
}
