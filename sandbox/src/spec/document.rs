//! The OpenAPI document: finds the operation of a request, and validates requests and responses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use axum::http::{Method, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::{Map, Value, json};

use crate::spec::integration_types::{IntegrationType, open_update, spread_bases};
use crate::spec::schema::{Components, Converter, Schema, resolve};
use crate::spec::violation::Violation;
use crate::util::values::{entries, list};

const TEXT: &str = include_str!("../../openapi.yaml");

/// Path parameters by name, decoded.
pub(crate) type PathParameters<'a> = BTreeMap<&'a str, String>;

/// Parsed once per process.
pub(crate) fn document() -> &'static Document {
    static DOCUMENT: LazyLock<Document> = LazyLock::new(|| {
        let document: Value = yaml_serde::from_str(TEXT).expect("openapi.yaml is YAML");
        Document::new(document)
    });
    &DOCUMENT
}

pub(crate) fn components() -> &'static Components {
    &document().components
}

pub(crate) struct Document {
    operations: Vec<Operation>,
    components: Components,
    integration_types: BTreeMap<String, IntegrationType>,
    triggers: Vec<String>,
}

impl Document {
    fn new(mut document: Value) -> Self {
        name_targets(&mut document);
        let integration_types = IntegrationType::all(&document);
        let triggers = triggers(&document);
        open_update(&mut document);
        spread_bases(&mut document);
        let operations = operations(&document).map(|source| Operation::new(&document, &source)).collect();
        Self { operations, components: Components::new(&document), integration_types, triggers }
    }

    /// Returns `None` if the API can't create this type, such as an integration that is installed through OAuth.
    pub(crate) fn integration_type(&self, name: &str) -> Option<&IntegrationType> {
        self.integration_types.get(name)
    }

    /// Whether a webhook can have this trigger: the types of all events, and triggers without their own event.
    pub(crate) fn is_trigger(&self, name: &str) -> bool {
        name == "passthrough:messaging" || self.triggers.iter().any(|trigger| trigger == name)
    }

    pub(crate) fn text(&self) -> &'static str {
        TEXT
    }

    pub(crate) fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// Describes an operation that isn't in the document, with the one that was probably meant.
    pub(crate) fn unknown(&self, id: &str) -> String {
        let similarity = |known: &&Operation| strsim::jaro_winkler(&known.id.to_lowercase(), &id.to_lowercase());
        let nearest = self.operations.iter().max_by(|a, b| similarity(a).total_cmp(&similarity(b)));
        match nearest.filter(|nearest| similarity(nearest) > 0.8) {
            Some(nearest) => format!("unknown operation {id:?}; did you mean {:?}?", nearest.id),
            None => format!("unknown operation {id:?}"),
        }
    }

    pub(crate) fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.id == id)
    }

    /// The methods of a path, including `HEAD` for `GET`; empty if the path is unknown.
    pub(crate) fn methods(&self, path: &str) -> Vec<&str> {
        let known = self.operations.iter().filter(|operation| operation.match_path(path).is_some());
        let mut methods: Vec<&str> = known.map(|operation| operation.method.as_str()).collect();
        if methods.contains(&"GET") {
            methods.push("HEAD");
        }
        methods.sort_unstable();
        methods.dedup();
        methods
    }

    /// `HEAD` is handled like `GET`; the body isn't sent.
    pub(crate) fn find(&self, method: &Method, path: &str) -> Option<(&Operation, PathParameters<'_>)> {
        let method = if method == Method::HEAD { &Method::GET } else { method };
        self.operations
            .iter()
            .filter(|operation| operation.method == *method)
            .find_map(|operation| Some((operation, operation.match_path(path)?)))
    }
}

/// An operation in the document.
struct Source<'a> {
    path: &'a str,
    method: &'a str,
    operation: &'a Value,
    parameters: Vec<&'a Value>,
}

fn operations(document: &Value) -> impl Iterator<Item = Source<'_>> {
    entries(&document["paths"]).flat_map(move |(path, item)| {
        entries(item).filter(|(_, operation)| operation["operationId"].is_string()).map(move |(method, operation)| {
            let parameters = list(&item["parameters"]).chain(list(&operation["parameters"]));
            let parameters = parameters.map(|parameter| resolve(document, parameter)).collect();
            Source { path, method, operation, parameters }
        })
    })
}

const SCHEMAS: &str = "#/components/schemas/";

/// Makes the target of each reference to a part of a schema, or with an encoded name, a component with a plain name.
/// The validator only finds those.
fn name_targets(document: &mut Value) {
    let mut references = BTreeSet::new();
    find_references(document, &mut references);
    for reference in references {
        let pointer = percent_decode_str(&reference).decode_utf8_lossy().into_owned();
        let name = pointer.trim_start_matches(SCHEMAS).replace(['/', '~', '%'], ".");
        let Some(target) = document.pointer(pointer.trim_start_matches('#')).cloned() else { continue };
        if let Some(schemas) = document["components"]["schemas"].as_object_mut() {
            schemas.entry(&name).or_insert(target);
            replace_reference(document, &reference, &format!("{SCHEMAS}{name}"));
        }
    }
}

fn find_references(value: &Value, found: &mut BTreeSet<String>) {
    let name = value["$ref"].as_str().and_then(|reference| reference.strip_prefix(SCHEMAS));
    if let Some(name) = name.filter(|name| name.contains(['/', '~', '%'])) {
        found.insert(format!("{SCHEMAS}{name}"));
    }
    entries(value).map(|(_, value)| value).chain(list(value)).for_each(|value| find_references(value, found));
}

fn replace_reference(value: &mut Value, old: &str, new: &str) {
    match value {
        Value::String(text) if text == old => new.clone_into(text),
        Value::Array(items) => items.iter_mut().for_each(|item| replace_reference(item, old, new)),
        Value::Object(fields) => fields.values_mut().for_each(|field| replace_reference(field, old, new)),
        _ => {}
    }
}

/// The types of webhook events, which are titles in the document. OpenAPI has `webhooks` since 3.1.
fn triggers(document: &Value) -> Vec<String> {
    let webhooks = ["x-webhooks", "webhooks"].into_iter().flat_map(|section| entries(&document[section]));
    let bodies = webhooks.filter_map(|(_, webhook)| json_schema(&webhook["post"]["requestBody"]));
    let items = bodies.map(|body| &body["properties"]["events"]["items"]);
    let events = items.flat_map(|items| list(&items["anyOf"]).chain(list(&items["oneOf"])));
    events.filter_map(|event| resolve(document, event)["title"].as_str()).map(str::to_owned).collect()
}

enum Segment {
    Literal(String),
    Parameter(String),
}

pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: Method,
    /// With its parameters in braces.
    pub(crate) path: String,
    segments: Vec<Segment>,
    /// The status code of success.
    pub(crate) status: StatusCode,
    /// The scopes of the operation; empty if it needs no credentials.
    pub(crate) scopes: Vec<String>,
    query: Schema,
    body: Option<Schema>,
    /// Whether the body is a form with a file.
    pub(crate) takes_file: bool,
    is_body_required: bool,
    response: Option<Schema>,
}

impl Operation {
    fn new(document: &Value, source: &Source<'_>) -> Self {
        let operation = source.operation;
        let success = entries(&operation["responses"]).find(|(status, _)| status.starts_with('2'));
        let security = operation.get("security").unwrap_or(&document["security"]);
        let text = |key: &str| operation[key].as_str().unwrap_or_default().to_owned();
        Self {
            id: text("operationId"),
            path: source.path.to_owned(),
            method: source.method.to_uppercase().parse().expect("a method of HTTP"),
            segments: source.path.split('/').map(segment).collect(),
            status: success.and_then(|(status, _)| status.parse().ok()).unwrap_or(StatusCode::OK),
            scopes: scopes(security),
            query: Schema::new(query_schema(document, &source.parameters)),
            body: json_schema(&operation["requestBody"]).map(|schema| Schema::new(Converter::REQUEST.schema(schema))),
            takes_file: operation["requestBody"]["content"]["multipart/form-data"].is_object(),
            is_body_required: operation["requestBody"]["required"] == true,
            response: success
                .and_then(|(_, response)| json_schema(response))
                .map(|schema| Schema::new(Converter::RESPONSE.schema(schema))),
        }
    }

    /// All schemas, with names for messages.
    #[cfg(test)]
    pub(crate) fn schemas(&self) -> impl Iterator<Item = (String, &Schema)> {
        let schemas =
            [("query", Some(&self.query)), ("body", self.body.as_ref()), ("response", self.response.as_ref())];
        schemas.into_iter().filter_map(|(part, schema)| Some((format!("{}, {part}", self.id), schema?)))
    }

    /// Matches segment by segment and decodes afterwards: an ID may contain an encoded slash, but must not be empty.
    fn match_path(&self, path: &str) -> Option<PathParameters<'_>> {
        let mut parameters = PathParameters::new();
        let mut given = path.split('/');
        for segment in &self.segments {
            match (segment, given.next()?) {
                (Segment::Literal(expected), given) if expected == given => {}
                (Segment::Parameter(name), given) if !given.is_empty() => {
                    parameters.insert(name, percent_decode_str(given).decode_utf8().ok()?.into_owned());
                }
                _ => return None,
            }
        }
        given.next().is_none().then_some(parameters)
    }

    /// The path with its parameters filled in.
    pub(crate) fn fill_path(&self, parameters: &BTreeMap<&'static str, &str>) -> String {
        let filled = self.segments.iter().map(|segment| match segment {
            Segment::Literal(text) => text.clone(),
            Segment::Parameter(name) => {
                let value = parameters.get(name.as_str()).copied().unwrap_or_default();
                utf8_percent_encode(value, NON_ALPHANUMERIC).to_string()
            }
        });
        filled.collect::<Vec<_>>().join("/")
    }

    /// Query values are text; converts one to a number if the schema requires a number.
    pub(crate) fn query_value(&self, name: &str, property: Option<&str>, text: &str) -> Value {
        let properties = &self.query.source()["properties"];
        let schema = property.map_or(&properties[name], |property| &properties[name]["properties"][property]);
        match (schema["type"].as_str(), text.parse::<i64>()) {
            (Some("integer"), Ok(number)) => number.into(),
            _ => text.into(),
        }
    }

    pub(crate) fn query_violations(&self, query: &Value) -> Vec<Violation> {
        self.query.violations(query, components())
    }

    pub(crate) fn has_body(&self) -> bool {
        self.body.is_some()
    }

    pub(crate) fn is_body_required(&self) -> bool {
        self.is_body_required
    }

    pub(crate) fn body_violations(&self, body: &Value) -> Vec<Violation> {
        self.body.as_ref().map_or_else(Vec::new, |schema| schema.violations(body, components()))
    }

    pub(crate) fn response_violations(&self, response: &Value) -> Vec<Violation> {
        self.response.as_ref().map_or_else(Vec::new, |schema| schema.violations(response, components()))
    }
}

/// The scopes of all security schemes.
fn scopes(security: &Value) -> Vec<String> {
    let named = list(security).flat_map(entries).flat_map(|(_, scopes)| list(scopes));
    let mut scopes: Vec<String> = named.filter_map(|scope| scope.as_str().map(str::to_owned)).collect();
    scopes.sort();
    scopes.dedup();
    scopes
}

fn segment(text: &str) -> Segment {
    match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
        Some(name) => Segment::Parameter(name.to_owned()),
        None => Segment::Literal(text.to_owned()),
    }
}

fn json_schema(content: &Value) -> Option<&Value> {
    content["content"]["application/json"].get("schema")
}

/// All query parameters as the properties of one object. References are resolved, so that [`Operation::query_value`]
/// sees the types.
fn query_schema(document: &Value, parameters: &[&Value]) -> Value {
    let in_query = || parameters.iter().filter(|parameter| parameter["in"] == "query");
    let properties: Map<String, Value> = in_query()
        .filter_map(|parameter| {
            let schema = resolve(document, &parameter["schema"]);
            Some((parameter["name"].as_str()?.to_owned(), Converter::REQUEST.schema(schema)))
        })
        .collect();
    let required: Vec<&Value> =
        in_query().filter(|parameter| parameter["required"] == true).map(|parameter| &parameter["name"]).collect();
    json!({"type": "object", "properties": properties, "required": required})
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operation(id: &str) -> &'static Operation {
        document().operations.iter().find(|operation| operation.id == id).expect("an operation")
    }

    fn places(violations: Vec<Violation>) -> Vec<String> {
        violations.into_iter().map(|violation| violation.pointer).collect()
    }

    #[test]
    fn references_may_lead_into_schemas() {
        let mut document = json!({"components": {"schemas": {
            "a b": {"type": "string"},
            "c": {"properties": {"d": {"$ref": "#/components/schemas/a%20b"}, "e": {"$ref": "#/components/schemas/c/properties/d"}}},
        }}});
        name_targets(&mut document);
        let properties = &document["components"]["schemas"]["c"]["properties"];
        assert_eq!(properties["d"]["$ref"], "#/components/schemas/a b");
        assert_eq!(properties["e"]["$ref"], "#/components/schemas/c.properties.d");
        assert_eq!(resolve(&document, resolve(&document, &properties["e"]))["type"], "string");
    }

    #[test]
    fn triggers_are_titles_of_events() {
        let events = json!({"post": {"requestBody": {"content": {"application/json": {"schema": {
            "properties": {"events": {"items": {"oneOf": [{"title": "a:b"}]}}},
        }}}}}});
        assert_eq!(triggers(&json!({"webhooks": {"w": events}})), ["a:b"]);
    }

    #[test]
    fn every_schema_of_the_document_makes_a_validator() {
        for operation in &document().operations {
            for schema in [Some(&operation.query), operation.body.as_ref(), operation.response.as_ref()] {
                schema.into_iter().for_each(|schema| drop(schema.violations(&json!({}), components())));
            }
        }
    }

    #[test]
    fn responses_are_checked() {
        let violations = |response: Value| places(operation("ListMessages").response_violations(&response));
        let content = |content: Value| json!({"messages": [{"content": content}]});
        assert!(violations(content(json!({"type": "text", "text": "x"}))).is_empty());
        assert_eq!(violations(content(json!({"type": "text", "text": 5}))), ["/messages/0/content/text"]);
        assert_eq!(violations(content(json!({"type": "telex"}))), ["/messages/0/content/type"]);
        let write_only = content(json!({"type": "text", "markdownText": "x"}));
        assert_eq!(violations(write_only), ["/messages/0/content/markdownText"]);
        assert!(violations(json!({"messages": [{"deleted": null, "quotedMessage": null}]})).is_empty());
        let quoted = json!({"messages": [{"quotedMessage": {"type": "message", "message": {"id": 5}}}]});
        assert_eq!(violations(quoted), ["/messages/0/quotedMessage/message/id"]);
    }

    #[test]
    fn a_base_is_checked_as_the_type_that_it_turns_out_to_be() {
        let response =
            |value: Value| places(operation("GetIntegration").response_violations(&json!({"integration": value})));
        let telegram = json!({"type": "telegram", "status": "active", "username": "u"});
        assert!(response(telegram).is_empty());
        assert_eq!(response(json!({"type": "viber", "token": "x"})), ["/integration/token"]);
        assert_eq!(response(json!({"type": "fax"})), ["/integration/type"]);
        let listed = json!({"integrations": [{"type": "viber", "token": "x"}]});
        assert_eq!(places(operation("ListIntegrations").response_violations(&listed)), ["/integrations/0/token"]);
    }

    #[test]
    fn null_if_allowed() {
        let violations = |body: Value| places(operation("UpdateConversation").body_violations(&body));
        assert!(violations(json!({"displayName": null, "metadata": null})).is_empty());
        assert_eq!(violations(json!({"displayName": 5})), ["/displayName"]);
        let response = |user: Value| places(operation("GetUser").response_violations(&json!({"user": user})));
        assert!(response(json!({"externalId": null, "metadata": {}})).is_empty());
        assert_eq!(response(json!({"metadata": null})), ["/user/metadata"]);
    }
}
