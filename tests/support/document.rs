//! The OpenAPI document as the tests read it: its operations, its schemas, and bodies that are generated from them.
//! Written independently of the code generator, so that each checks the other.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use serde_json::{Map, Value, json};

const COMPONENT: &str = "#/components/schemas/";

/// Values that all threads share.
type Shared<K, V> = LazyLock<Mutex<HashMap<K, V>>>;

/// `openapi.yaml`.
pub fn document() -> &'static Value {
    static DOCUMENT: LazyLock<Value> =
        LazyLock::new(|| yaml_serde::from_str(include_str!("../../openapi.yaml")).expect("the document is YAML"));
    &DOCUMENT
}

/// The configuration of the code generator: `openapi-generator.yaml`.
pub fn config() -> &'static Value {
    static CONFIG: LazyLock<Value> = LazyLock::new(|| {
        yaml_serde::from_str(include_str!("../../openapi-generator.yaml")).expect("the configuration is YAML")
    });
    &CONFIG
}

/// A section of the configuration's corrections of the document.
pub fn correction(section: &str) -> &'static Value {
    &config()["corrections"][section]
}

pub fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

pub fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn resolve(value: &'static Value) -> &'static Value {
    match value["$ref"].as_str() {
        Some(reference) => document().pointer(&reference[1..]).expect("references lead somewhere"),
        None => value,
    }
}

/// A schema of the document, by name.
pub fn component(name: &str) -> Value {
    json!({"$ref": format!("{COMPONENT}{name}")})
}

fn target(name: &str) -> &'static Value {
    let schema = &document()["components"]["schemas"][name];
    assert!(schema.is_object(), "the document has a schema {name}");
    schema
}

pub struct Operation {
    pub id: &'static str,
    pub tag: &'static str,
    pub method: String,
    pub path: &'static str,
    pub query: Vec<Parameter>,
    /// Media type and schema.
    pub body: Option<(&'static str, &'static Value)>,
    /// The response of success.
    pub status: u16,
    pub response: Option<(&'static str, &'static Value)>,
    pub secured: bool,
}

/// A query parameter in its encoded form: `page[size]` for a property of an object.
#[derive(Debug)]
pub struct Parameter {
    pub name: String,
    pub required: bool,
    pub schema: &'static Value,
}

impl Operation {
    pub fn find(id: &str) -> &'static Self {
        operations().iter().find(|operation| operation.id == id).expect("the document has the operation")
    }

    /// The operation of a request, and its decoded path parameters.
    pub fn of_request(method: &str, path: &str) -> Option<(&'static Self, Vec<(&'static str, String)>)> {
        let candidates = operations().iter().filter(|operation| operation.method == method);
        let mut found: Vec<_> =
            candidates.filter_map(|operation| Some((operation, match_path(operation.path, path)?))).collect();
        // `attachments/remove` must precede `attachments/{id}`, if both exist.
        found.sort_by_key(|(_, parameters)| parameters.len());
        found.into_iter().next()
    }

    /// The generator's names for the body of the response.
    pub fn response_names(&self) -> Vec<String> {
        vec![format!("{}.response", self.id)]
    }
}

fn match_path(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    if template.split('/').count() != path.split('/').count() {
        return None;
    }
    let mut parameters = Vec::new();
    for (expected, found) in template.split('/').zip(path.split('/')) {
        match expected.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) => parameters.push((name, super::server::decode(found))),
            None if expected == found => {}
            None => return None,
        }
    }
    Some(parameters)
}

pub fn operations() -> &'static [Operation] {
    static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(|| {
        let paths = entries(&document()["paths"]);
        let all = paths.flat_map(|(path, item)| {
            let methods = entries(item).filter(|(_, operation)| operation["operationId"].is_string());
            methods.map(move |(method, operation)| read(path, item, method, operation))
        });
        all.collect()
    });
    &OPERATIONS
}

fn read(path: &'static str, item: &'static Value, method: &str, operation: &'static Value) -> Operation {
    let parameters = list(&item["parameters"]).chain(list(&operation["parameters"])).map(resolve);
    let query = parameters.filter(|parameter| parameter["in"] == "query").flat_map(query_parameters).collect();
    let content = |content: &'static Value| {
        let mut kinds = entries(content);
        let kind = kinds.next().map(|(kind, content)| (kind.as_str(), &content["schema"]));
        assert!(kinds.next().is_none(), "a body of one kind");
        kind
    };
    let mut successes = entries(&operation["responses"]).filter(|(code, _)| code.starts_with(['2', '3']));
    let (status, response) = successes.next().expect("an operation can succeed");
    assert!(successes.next().is_none(), "one success");
    let security = operation.get("security").unwrap_or(&document()["security"]);
    Operation {
        id: operation["operationId"].as_str().unwrap(),
        tag: operation["tags"][0].as_str().expect("operations have tags"),
        method: method.to_ascii_uppercase(),
        path,
        query,
        body: content(&operation["requestBody"]["content"]),
        status: status.parse().unwrap(),
        response: content(&response["content"]),
        secured: list(security).next().is_some(),
    }
}

fn query_parameters(parameter: &'static Value) -> Vec<Parameter> {
    let name = parameter["name"].as_str().unwrap();
    let schema = resolve(&parameter["schema"]);
    if parameter["style"] != "deepObject" {
        return vec![Parameter { name: name.to_owned(), required: parameter["required"] == true, schema }];
    }
    let properties = entries(&schema["properties"]);
    // The form of early JSON Schema, which the document has in one place.
    let required = |property: &Value| property["required"] == true;
    properties
        .map(|(key, property)| Parameter {
            name: format!("{name}[{key}]"),
            required: required(property),
            schema: resolve(property),
        })
        .collect()
}

/// The schema of webhook deliveries, with the events as a union that is distinguished by `type`. The document has the
/// types in the titles of the events.
pub fn webhook_payload() -> Value {
    let mut paths = entries(&document()["x-webhooks"]);
    let (_, webhook) = paths.next().expect("the document has a webhook");
    let mut schema = webhook["post"]["requestBody"]["content"]["application/json"]["schema"].clone();
    let events = schema["properties"]["events"]["items"]["anyOf"].as_array().expect("events of many kinds").clone();
    let mapping: Map<String, Value> = events
        .iter()
        .map(|event| {
            let name = event["$ref"].as_str().and_then(|reference| reference.strip_prefix(COMPONENT)).unwrap();
            (target(name)["title"].as_str().expect("events have titles").to_owned(), event["$ref"].clone())
        })
        .collect();
    schema["properties"]["events"]["items"] =
        json!({"oneOf": events, "discriminator": {"propertyName": "type", "mapping": mapping}});
    schema["required"] = json!(["app", "webhook", "events"]);
    schema
}

/// Whether a body is sent to the API or received, or whether that doesn't matter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Direction {
    Request,
    Response,
    Either,
}

impl Direction {
    pub fn excludes(self, keywords: &Map<String, Value>) -> bool {
        let flag = match self {
            Self::Request => "readOnly",
            Self::Response => "writeOnly",
            Self::Either => return false,
        };
        keywords.get(flag) == Some(&Value::Bool(true))
    }
}

#[derive(Clone, Debug)]
pub struct Property {
    pub name: String,
    pub schema: Value,
    /// The generator's possible names of the property's schema, if it is inline.
    pub names: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Union {
    pub tag: String,
    /// The value of the tag, and the schema.
    pub variants: Vec<(String, Value)>,
    /// A base that its variants extend: a union everywhere except in them.
    base: bool,
}

/// A schema without references and without `allOf`.
#[derive(Clone, Debug, Default)]
pub struct Flat {
    /// The generator's possible names.
    pub names: Vec<String>,
    pub keywords: Map<String, Value>,
    pub properties: Vec<Property>,
    pub required: BTreeSet<String>,
    pub union: Option<Union>,
    /// Any of these, without a discriminator.
    pub choice: Vec<Value>,
    /// The possible names of the Rust model.
    pub models: Vec<String>,
}

impl Flat {
    pub fn of(schema: &Value) -> Arc<Self> {
        Self::named(schema, &[])
    }

    /// Computed once for each schema and names, because the tests read every schema thousands of times.
    pub fn named(schema: &Value, names: &[String]) -> Arc<Self> {
        static KNOWN: Shared<Vec<String>, HashMap<Value, Arc<Flat>>> = Shared::new(Mutex::default);
        let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        // Without a copy of the schema.
        if let Some(flat) = known().get(names).and_then(|schemas| schemas.get(schema)) {
            return Arc::clone(flat);
        }
        let mut flat = Self::flatten(schema, names);
        flat.models = flat.model_names();
        let flat = Arc::new(flat);
        known().entry(names.to_vec()).or_default().insert(schema.clone(), Arc::clone(&flat));
        flat
    }

    fn flatten(schema: &Value, names: &[String]) -> Self {
        if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix(COMPONENT)) {
            let mut flat = Self::flatten(target(name), &[name.to_owned()]);
            if flat.names.is_empty() {
                flat.names.push(name.to_owned());
            }
            return flat;
        }
        let mut flat = Self { names: names.to_vec(), ..Self::default() };
        flat.names.extend(schema["title"].as_str().map(str::to_owned));
        let members: Vec<&Value> = list(&schema["allOf"]).collect();
        let alias = members.len() == 1 && !schema["properties"].is_object();
        for member in members {
            let part = Self::flatten(member, names);
            flat.keywords.extend(part.keywords);
            for property in part.properties {
                flat.add(property);
            }
            flat.required.extend(part.required);
            flat.choice.extend(part.choice);
            // A reference is known by its target's name.
            let at = if alias { 0 } else { flat.names.len() };
            flat.names.splice(at..at, part.names);
            // In schemas that extend it, a base isn't a union.
            flat.union = flat.union.or(part.union.filter(|union| alias || !union.base));
        }
        flat.keywords.extend(entries(schema).map(|(key, value)| (key.clone(), value.clone())));
        for (name, property) in entries(&schema["properties"]) {
            let names = flat.names.iter().map(|parent| format!("{parent}.{name}")).collect();
            flat.add(Property { name: name.clone(), schema: property.clone(), names });
        }
        flat.required.extend(list(&schema["required"]).filter_map(Value::as_str).map(str::to_owned));
        let branches = schema.get("oneOf").or_else(|| schema.get("anyOf"));
        if schema["discriminator"].is_object() {
            flat.union = Some(union(&schema["discriminator"], branches));
        } else if let Some(branches) = branches {
            flat.choice.extend(list(branches).cloned());
        }
        flat
    }

    fn add(&mut self, property: Property) {
        match self.properties.iter_mut().find(|known| known.name == property.name) {
            Some(known) => known.schema = json!({"allOf": [known.schema, property.schema]}),
            None => self.properties.push(property),
        }
    }

    pub fn is(&self, keyword: &str) -> bool {
        self.keywords.get(keyword) == Some(&Value::Bool(true))
    }

    pub fn kind(&self) -> &str {
        self.keywords.get("type").and_then(Value::as_str).unwrap_or("object")
    }

    /// Whether it is an object without further constraints.
    pub fn is_free(&self) -> bool {
        self.kind() == "object" && self.properties.is_empty() && self.union.is_none() && self.choice.is_empty()
    }

    pub fn values(&self) -> Option<Vec<&str>> {
        Some(list(self.keywords.get("enum")?).filter_map(Value::as_str).collect())
    }

    /// Including those of the branches of a union.
    fn all_properties(&self) -> Vec<Property> {
        let mut all = Self { properties: self.properties.clone(), ..Self::default() };
        for branch in &self.choice {
            for property in Self::of(branch).all_properties() {
                all.add(property);
            }
        }
        all.properties
    }

    pub fn property(&self, name: &str) -> Option<Property> {
        if self.choice.is_empty() {
            return self.properties.iter().find(|property| property.name == name).cloned();
        }
        self.all_properties().into_iter().find(|property| property.name == name)
    }

    fn model_names(&self) -> Vec<String> {
        let capitalized = |word: &str| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
        };
        let renamed = |name: &String| match correction("names")[name].as_str() {
            Some(name) => name.to_owned(),
            None => name.split('.').map(capitalized).collect(),
        };
        // The members of `integration`.
        let integration = |name: &String| format!("{}Integration", renamed(name));
        self.names.iter().flat_map(|name| [renamed(name), integration(name)]).collect()
    }

    fn limit(&self, keyword: &str) -> Option<usize> {
        self.keywords.get(keyword)?.as_u64().and_then(|limit| limit.try_into().ok())
    }
}

fn union(discriminator: &Value, branches: Option<&Value>) -> Union {
    let mapped = entries(&discriminator["mapping"]).map(|(tag, reference)| (tag.clone(), json!({"$ref": reference})));
    let mut variants: Vec<(String, Value)> = mapped.collect();
    if variants.is_empty() {
        // Without a mapping, a tag is the name of a schema.
        let branches = list(branches.expect("a union has branches"));
        variants = branches
            .map(|branch| (branch["$ref"].as_str().unwrap()[COMPONENT.len()..].to_owned(), branch.clone()))
            .collect();
    }
    Union { tag: discriminator["propertyName"].as_str().unwrap().to_owned(), variants, base: branches.is_none() }
}

/// The fields of a body.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Fill {
    /// All of them.
    Full,
    /// Required fields and [`ALWAYS_PRESENT`]; this many outer levels of objects are full.
    Sparse(usize),
    /// All fields, some unknown ones, and unknown enum values and types.
    Future,
    /// All fields, null if allowed.
    Nulls,
}

/// Generates bodies from schemas.
#[derive(Clone, Copy, Debug)]
pub struct Maker {
    pub fill: Fill,
    pub direction: Direction,
    /// Selects enum values and variants of unions: the first for 0.
    pub turn: usize,
    /// A field of [`ALWAYS_PRESENT`] to omit.
    pub omit: Option<&'static str>,
}

/// The number of turns that show every enum value and every variant of every union.
pub const TURNS: usize = 26;

/// The entries of [`ALWAYS_PRESENT`] that the generated bodies used.
pub fn always_present_seen() -> BTreeSet<String> {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

impl Maker {
    pub fn new(fill: Fill, direction: Direction, turn: usize) -> Self {
        Self { fill, direction, turn, omit: None }
    }

    pub fn body(&self, schema: &Value, names: &[String]) -> Value {
        self.value(schema, names, &mut Vec::new()).expect("a body that must not contain itself")
    }

    /// `None` if the value would contain itself.
    fn value(&self, schema: &Value, names: &[String], within: &mut Vec<String>) -> Option<Value> {
        let flat = Flat::named(schema, names);
        if self.fill == Fill::Nulls && flat.is("nullable") && !within.is_empty() {
            return Some(Value::Null);
        }
        if flat.kind() == "object" && !flat.is_free() {
            let name = flat.names.first().cloned().unwrap_or_default();
            // One level is enough: a message that quotes a message.
            if !name.is_empty() && within.iter().filter(|outer| **outer == name).count() > 1 {
                return None;
            }
            within.push(name);
            let made = self.object(&flat, within);
            within.pop();
            return made;
        }
        Some(match flat.kind() {
            "object" => free(&flat),
            "array" => self.array(&flat, names, within),
            "string" => self.text(&flat),
            "boolean" => json!(self.turn.is_multiple_of(2)),
            "integer" => {
                let bound = |keyword| flat.keywords.get(keyword).and_then(Value::as_i64);
                let example = flat.keywords.get("example").and_then(Value::as_i64);
                json!(example.unwrap_or(7).max(bound("minimum").unwrap_or(0)).min(bound("maximum").unwrap_or(i64::MAX)))
            }
            "number" => {
                flat.keywords.get("example").filter(|example| example.is_number()).cloned().unwrap_or(json!(12.5))
            }
            other => panic!("the document has a new type {other}"),
        })
    }

    fn object(&self, flat: &Flat, within: &mut Vec<String>) -> Option<Value> {
        if let Some(union) = &flat.union {
            let known = union.variants.len();
            let unknown = usize::from(self.fill == Fill::Future);
            let at = self.turn % (known + unknown);
            let Some((tag, variant)) = union.variants.get(at) else {
                return Some(json!({&union.tag: UNKNOWN_TAG, "content": {"a": [1, {"b": null}]}, "size": 1.5}));
            };
            let Some(mut made) = self.value(variant, &[], within) else {
                // Another variant may end the recursion.
                return (self.turn < known).then(|| Self { turn: at + 1, ..*self }.object(flat, within)).flatten();
            };
            made[&union.tag] = json!(tag);
            return Some(made);
        }
        if !flat.choice.is_empty() {
            let branch = &flat.choice[self.turn % flat.choice.len()];
            // A branch is identified by its only key.
            let one_key = Flat::of(branch).properties.len() == 1;
            let fill = if one_key && self.fill != Fill::Nulls { Fill::Full } else { self.fill };
            return Self { fill, ..*self }.value(branch, &[], within);
        }
        let sparse = matches!(self.fill, Fill::Sparse(full) if within.len() > full);
        let mut object = Map::new();
        for property in &flat.properties {
            let inner = Flat::of(&property.schema);
            let always = always_present(flat, &property.name);
            let needed = flat.required.contains(&property.name) || !always.is_empty();
            let needed = needed || flat.models.iter().any(|model| is_blank_if_missing(model, &property.name));
            let omitted = self.omit.is_some_and(|omitted| always.iter().any(|key| key == omitted));
            if self.direction.excludes(&inner.keywords) || (sparse && !needed) || omitted {
                continue;
            }
            if property.name == "triggers" {
                object.insert(property.name.clone(), json!([self.trigger()]));
            } else if let Some(value) = self.value(&property.schema, &property.names, within) {
                object.insert(property.name.clone(), value);
            }
        }
        if self.fill == Fill::Future {
            object.insert(UNKNOWN_FIELD.to_owned(), json!({"deep": [1, 2.50, "x", null, {"y": true}]}));
        }
        Some(object.into())
    }

    fn array(&self, flat: &Flat, names: &[String], within: &mut Vec<String>) -> Value {
        let items = &flat.keywords["items"];
        let variants = Flat::of(items).union.as_ref().map_or(1, |union| union.variants.len());
        let wanted = match self.fill {
            Fill::Sparse(_) => 1,
            // One of each type, and an unknown type.
            Fill::Future if variants > 1 => variants + 1,
            _ => variants,
        };
        let count = wanted.max(flat.limit("minItems").unwrap_or(0)).min(flat.limit("maxItems").unwrap_or(usize::MAX));
        let made = (0..count).filter_map(|at| Self { turn: self.turn + at, ..*self }.value(items, names, within));
        made.collect::<Vec<_>>().into()
    }

    /// The tag of an event type, which the document declares as text.
    fn trigger(&self) -> Value {
        static KINDS: LazyLock<Vec<String>> = LazyLock::new(|| {
            let kinds = &webhook_payload()["properties"]["events"]["items"]["discriminator"]["mapping"];
            entries(kinds).map(|(kind, _)| kind.clone()).collect()
        });
        let kinds = &*KINDS;
        if self.fill == Fill::Future { json!(UNKNOWN_VALUE) } else { json!(kinds[self.turn % kinds.len()]) }
    }

    fn text(&self, flat: &Flat) -> Value {
        if let Some(values) = flat.values() {
            let single = values.len() == 1 && flat.keywords.get("default").and_then(Value::as_str) == Some(values[0]);
            // The only value and the default: the tag of a variant.
            return match self.fill {
                Fill::Future if !single => json!(UNKNOWN_VALUE),
                _ => json!(values[self.turn % values.len()]),
            };
        }
        if let Some(example) = flat.keywords.get("example").filter(|example| example.is_string()) {
            return example.clone();
        }
        let mut text = match flat.keywords.get("format").and_then(Value::as_str) {
            Some("uri") => "https://example.com/%C3%BC?a=b#c".to_owned(),
            Some("email") => "ada@example.com".to_owned(),
            Some("date-time") => "2024-05-14T09:26:31.208Z".to_owned(),
            _ => "Grüße \"quoted\" \\ / \u{1f600}\n".to_owned(),
        };
        while text.chars().count() < flat.limit("minLength").unwrap_or(0) {
            text.push('x');
        }
        text.chars().take(flat.limit("maxLength").unwrap_or(usize::MAX)).collect::<String>().into()
    }
}

/// The entries of [`ALWAYS_PRESENT`] for a property of a schema.
pub fn always_present(flat: &Flat, property: &str) -> Vec<String> {
    let keys = flat.models.iter().map(|model| format!("{model}.{property}"));
    let listed: Vec<String> = keys.filter(|key| ALWAYS_PRESENT.contains(&key.as_str())).collect();
    SEEN.lock().unwrap_or_else(PoisonError::into_inner).extend(listed.iter().cloned());
    listed
}

/// The fields, as `Model.field`, without which a response or webhook event isn't decoded, although the document doesn't
/// require them: the IDs of records, and the contents of envelopes.
pub const ALWAYS_PRESENT: &[&str] = &[
    "App.id",
    "AppKey.id",
    "AppKeyListResponse.keys",
    "AppKeyResponse.key",
    "AppListResponse.apps",
    "AppResponse.app",
    "AppResponseWithSubdomain.app",
    "AppWithSubdomain.id",
    "AttachmentResponse.attachment",
    "Client.id",
    "ClientListResponse.clients",
    "ClientResponse.client",
    "Conversation.id",
    "ConversationListResponse.conversations",
    "ConversationResponse.conversation",
    "ConversionEventsResponse.conversionEvents",
    "Device.id",
    "DeviceListResponse.devices",
    "DeviceResponse.device",
    "EventSubSchema.id",
    "EventSubSchema.payload",
    "IntegrationKey.id",
    "IntegrationKeyListResponse.keys",
    "IntegrationKeyResponse.key",
    "IntegrationListResponse.integrations",
    "IntegrationResponse.integration",
    "Message.id",
    "MessageListResponse.messages",
    "MessagePostResponse.messages",
    "Participant.id",
    "ParticipantListResponse.participants",
    "ParticipantResponse.participant",
    "SwitchboardIntegrationListResponse.switchboardIntegrations",
    "SwitchboardIntegrationResponse.switchboardIntegration",
    "SwitchboardListResponse.switchboards",
    "SwitchboardResponse.switchboard",
    "TokenResponse.access_token",
    "User.id",
    "UserListResponse.users",
    "UserResponse.user",
    "WebhookListResponse.webhooks",
    "WebhookResponse.webhook",
];

/// Whether a field isn't an `Option` although the document doesn't require it, and is blank if it is missing.
pub fn is_blank_if_missing(model: &str, property: &str) -> bool {
    let key = format!("{model}.{property}");
    // The envelope of a webhook delivery is hand-written. The others are shorter forms of records.
    matches!(
        &*key,
        "AppSubSchema.id"
            | "WebhookSubSchema.id"
            | "ConversationTruncated.id"
            | "MessageWebhook.id"
            | "SwitchboardIntegrationWebhook.id"
            | "UserTruncated.id"
    ) || correction("fields")[&key]["kind"] == "default"
}

pub const UNKNOWN_FIELD: &str = "fieldOfTheFuture";
pub const UNKNOWN_TAG: &str = "kind:ofTheFuture";
pub const UNKNOWN_VALUE: &str = "value of the future";

fn free(flat: &Flat) -> Value {
    match flat.keywords.get("example").filter(|example| example.is_object()) {
        Some(example) => example.clone(),
        None => json!({"text": "ü", "count": 7, "ratio": 1.5, "type": "no tag", "list": [1, {"b": [true, null]}]}),
    }
}

/// The differences of a round-tripped body: everything that the document declares must be kept, and nothing added.
pub fn differences(sent: &Value, back: &Value, schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(sent, back, schema, "", &mut found);
    found
}

fn compare(sent: &Value, back: &Value, schema: &Value, at: &str, found: &mut Vec<String>) {
    let flat = Flat::of(schema);
    if let (Some(union), true) = (&flat.union, sent.is_object()) {
        match union.variants.iter().find(|(tag, _)| sent[&union.tag] == **tag) {
            Some((tag, variant)) => {
                if back[&union.tag] != **tag {
                    found.push(format!("{at}: {tag} became {}", back[&union.tag]));
                }
                compare(sent, back, variant, at, found);
            }
            None => same(sent, back, at, found),
        }
        return;
    }
    match (sent, back) {
        (Value::Object(fields), Value::Object(back)) if !flat.is_free() => {
            for (name, value) in fields {
                let other = back.get(name).unwrap_or(&Value::Null);
                match flat.property(name) {
                    Some(property) => compare(value, other, &property.schema, &format!("{at}.{name}"), found),
                    None if !back.contains_key(name) => found.push(format!("{at}.{name}: {value} was lost")),
                    None => same(value, other, &format!("{at}.{name}"), found),
                }
            }
            for (name, value) in back.iter().filter(|(name, _)| !fields.contains_key(*name)) {
                // Pages always have cursors, even if the body doesn't.
                if !value.is_null() && *value != json!({}) {
                    found.push(format!("{at}.{name}: {value} was added"));
                }
            }
        }
        (Value::Array(items), Value::Array(back)) if items.len() == back.len() => {
            for (index, (item, other)) in items.iter().zip(back).enumerate() {
                compare(item, other, &flat.keywords["items"], &format!("{at}[{index}]"), found);
            }
        }
        _ => same(sent, back, at, found),
    }
}

fn same(sent: &Value, back: &Value, at: &str, found: &mut Vec<String>) {
    let equal = match (sent.as_f64(), back.as_f64()) {
        (Some(a), Some(b)) if sent.is_f64() || back.is_f64() => a.to_bits() == b.to_bits(),
        _ => sent == back,
    };
    if !equal {
        found.push(format!("{at}: {sent} became {back}"));
    }
}

/// Fields of a body that the document doesn't declare.
pub fn undeclared(body: &Value, schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    search(body, schema, "", &mut found);
    found
}

fn search(body: &Value, schema: &Value, at: &str, found: &mut Vec<String>) {
    let flat = Flat::of(schema);
    if let (Some(union), true) = (&flat.union, body.is_object()) {
        match union.variants.iter().find(|(tag, _)| body[&union.tag] == **tag) {
            Some((_, variant)) => search(body, variant, at, found),
            None => found.push(format!("{at}: the kind {}", body[&union.tag])),
        }
        return;
    }
    match body {
        Value::Object(fields) if !flat.is_free() => {
            for (name, value) in fields {
                match flat.property(name) {
                    Some(property) => search(value, &property.schema, &format!("{at}.{name}"), found),
                    None => found.push(format!("{at}.{name}")),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| search(item, &flat.keywords["items"], at, found)),
        _ => {}
    }
}

/// Validates bodies with a library for JSON Schema.
pub struct Judge(jsonschema::Validator);

impl Judge {
    /// Compiled once for each schema, which takes longer than many bodies.
    pub fn new(schema: &Value, direction: Direction) -> Arc<Self> {
        static KNOWN: Shared<(String, Direction), Arc<Judge>> = Shared::new(Mutex::default);
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let judge = known.entry((schema.to_string(), direction));
        Arc::clone(judge.or_insert_with(|| Arc::new(Self::compile(schema, direction))))
    }

    fn compile(schema: &Value, direction: Direction) -> Self {
        let components = entries(&document()["components"]["schemas"]);
        let definitions: Map<String, Value> =
            components.map(|(name, schema)| (name.clone(), standard(schema, direction, false))).collect();
        let schema = json!({"allOf": [standard(schema, direction, false)], "definitions": definitions});
        let options = jsonschema::options().should_validate_formats(true);
        Self(options.build(&schema).expect("the document's schemas are valid"))
    }

    pub fn violations(&self, body: &Value) -> Vec<String> {
        self.0.iter_errors(body).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }
}

/// The violations of a body.
pub fn violations(body: &Value, schema: &Value, direction: Direction) -> Vec<String> {
    Judge::new(schema, direction).violations(body)
}

/// Converts OpenAPI 3.0's dialect to JSON Schema.
fn standard(schema: &Value, direction: Direction, member: bool) -> Value {
    let closed = match direction {
        Direction::Request => "readOnly",
        Direction::Response => "writeOnly",
        Direction::Either => "",
    };
    if schema[closed] == true {
        return false.into();
    }
    if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix(COMPONENT)) {
        // A base is replaced by its extending schemas, except in those.
        let source = target(name);
        let base = source["discriminator"].is_object() && source.get("oneOf").is_none();
        return match (base, member) {
            (true, false) => json!({"allOf": dispatch(&union(&source["discriminator"], None))}),
            _ => json!({"$ref": format!("#/definitions/{name}")}),
        };
    }
    let Some(keywords) = schema.as_object() else { return schema.clone() };
    let mut converted = Map::new();
    let mut conditions = Vec::new();
    for (key, value) in keywords {
        let kept = match key.as_str() {
            "properties" => {
                let each = entries(value).map(|(name, property)| (name.clone(), standard(property, direction, false)));
                each.collect::<Map<_, _>>().into()
            }
            "items" | "not" | "additionalProperties" => standard(value, direction, false),
            "required" if value.is_array() => {
                let open = |name: &&Value| {
                    let property = &schema["properties"][name.as_str().unwrap()];
                    property[closed] != true
                };
                list(value).filter(open).cloned().collect::<Vec<_>>().into()
            }
            "allOf" => {
                let several = value.as_array().is_some_and(|members| members.len() > 1);
                conditions.extend(list(value).map(|part| standard(part, direction, several)));
                continue;
            }
            "type" | "enum" | "format" | "pattern" | "minimum" | "maximum" | "minLength" | "maxLength" | "minItems"
            | "maxItems" | "uniqueItems" => value.clone(),
            _ => continue,
        };
        converted.insert(key.clone(), kept);
    }
    let branches = schema.get("oneOf").or_else(|| schema.get("anyOf"));
    match (branches, schema["discriminator"].is_object()) {
        (Some(branches), true) => conditions.extend(dispatch(&union(&schema["discriminator"], Some(branches)))),
        (Some(branches), false) => {
            let branches: Vec<Value> = list(branches).map(|branch| standard(branch, direction, false)).collect();
            conditions.push(json!({"anyOf": branches}));
        }
        _ => {}
    }
    if !conditions.is_empty() {
        converted.insert("allOf".to_owned(), conditions.into());
    }
    let converted = Value::from(converted);
    match &schema["nullable"] {
        Value::Bool(true) => json!({"anyOf": [{"type": "null"}, converted]}),
        Value::Bool(false) => json!({"allOf": [converted, {"not": {"type": "null"}}]}),
        _ => converted,
    }
}

/// The tag selects the branch, so that a violation names the field.
fn dispatch(union: &Union) -> Vec<Value> {
    let tag = &union.tag;
    let known: Vec<&String> = union.variants.iter().map(|(known, _)| known).collect();
    let mut conditions = vec![json!({"type": "object", "required": [tag], "properties": {tag: {"enum": known}}})];
    conditions.extend(union.variants.iter().map(|(value, variant)| {
        let name = &variant["$ref"].as_str().unwrap()[COMPONENT.len()..];
        json!({
            "if": {"required": [tag], "properties": {tag: {"const": value}}},
            "then": {"$ref": format!("#/definitions/{name}")},
        })
    }));
    conditions
}
