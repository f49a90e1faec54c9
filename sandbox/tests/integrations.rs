//! Integrations of all types, with the fields that the document gives each.

use std::collections::BTreeMap;

use crate::common::{Api, custom, document, id, ids, overlay};
use serde_json::{Map, Value, json};

type Object = Map<String, Value>;

fn resolve<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let pointer = schema["$ref"].as_str().map(|reference| reference.trim_start_matches('#'));
    pointer.map_or(schema, |pointer| document.pointer(pointer).expect("a schema"))
}

/// The properties of a schema and of all schemas that it extends.
fn properties(document: &Value, schema: &Value) -> Object {
    let schema = resolve(document, schema);
    let parts = schema["allOf"].as_array().into_iter().flatten();
    let mut all: Object = parts.flat_map(|part| properties(document, part)).collect();
    let own = schema["properties"].as_object().into_iter().flatten();
    all.extend(own.map(|(name, property)| (name.clone(), resolve(document, property).clone())));
    all
}

fn required(document: &Value, schema: &Value) -> Vec<String> {
    let schema = resolve(document, schema);
    let parts = schema["allOf"].as_array().into_iter().flatten();
    let own = schema["required"].as_array().into_iter().flatten();
    let own = own.map(|name| name.as_str().expect("a name").to_owned());
    parts.flat_map(|part| required(document, part)).chain(own).collect()
}

/// An integration type in the document.
struct Type {
    name: String,
    fields: Object,
    required: Vec<String>,
    update: Object,
}

fn types() -> Vec<Type> {
    let document = document();
    let schemas = &document["components"]["schemas"];
    let mapping = schemas["integration"]["discriminator"]["mapping"].as_object().expect("a mapping");
    let updates = schemas["integrationUpdate"]["oneOf"].as_array().expect("branches");
    let described = |(name, reference): (&String, &Value)| {
        let schema = json!({"$ref": reference});
        let wanted = format!("/{name}update");
        let is_its = |branch: &&Value| branch["$ref"].as_str().expect("a reference").to_lowercase().ends_with(&wanted);
        let update = updates.iter().find(is_its).expect("an update");
        Type {
            name: name.clone(),
            fields: properties(document, &schema),
            required: required(document, &schema),
            update: properties(document, update),
        }
    };
    let types: Vec<Type> = mapping.iter().map(described).collect();
    assert_eq!(types.len(), 16);
    types
}

/// A valid value that isn't the default.
fn value(name: &str, schema: &Value) -> Value {
    match schema["type"].as_str() {
        _ if name == "webhooks" => custom()["webhooks"].clone(),
        _ if name == "prechatCapture" => {
            json!({"enabled": true, "fields": [{"type": "text", "name": "n", "label": "L"}]})
        }
        _ if name.ends_with("Color") => "a1f".into(),
        _ if name == "displayStyle" => "tab".into(),
        _ if schema["enum"].is_array() => schema["enum"][0].clone(),
        Some("boolean") => (schema["default"] != true).into(),
        // Some of the vendor's examples don't match their schemas.
        Some("number" | "integer") => schema["example"].as_u64().unwrap_or(7).into(),
        Some("array") => match &schema["example"] {
            Value::Array(items) => json!(items),
            _ if name == "integrationOrder" => json!(["59fc8466260f48003505228b"]),
            _ => json!(["https://example.com"]),
        },
        _ if schema.get("example").is_some() => schema["example"].clone(),
        Some("string") => format!("{name}-value").into(),
        other => panic!("{name}: no value for {other:?}"),
    }
}

/// Another valid value.
fn other(value: &Value) -> Value {
    match value {
        Value::Bool(value) => (!value).into(),
        Value::String(value) if value == "a1f" => "00ff7F".into(),
        Value::String(value) if value == "tab" => "button".into(),
        Value::String(value) => format!("{value}-changed").into(),
        Value::Array(_) => json!(["https://changed.example.com"]),
        Value::Object(_) => json!({"enabled": false}),
        value => value.clone(),
    }
}

impl Type {
    fn is_writable(&self, name: &str) -> bool {
        self.fields[name]["readOnly"] != true && name != "defaultResponderId"
    }

    fn shows(&self, name: &str) -> bool {
        self.fields[name]["writeOnly"] != true
    }

    /// A new integration with every field.
    fn full(&self) -> Object {
        let writable = self.fields.iter().filter(|(name, _)| self.is_writable(name));
        let mut body: Object = writable.map(|(name, schema)| (name.clone(), value(name, schema))).collect();
        body.insert("type".to_owned(), self.name.clone().into());
        body
    }

    /// A new integration with required fields only.
    fn least(&self) -> Object {
        let mut body: Object = self.full().into_iter().filter(|(name, _)| self.required.contains(name)).collect();
        if self.name == "twilio" {
            body.insert("messagingServiceSid".to_owned(), "MG0123".into());
        }
        body
    }

    /// An update of every field.
    fn changes(&self) -> Object {
        let changeable = self.update.iter().filter(|(name, _)| *name != "defaultResponderId");
        changeable.map(|(name, _)| (name.clone(), other(&value(name, &self.fields[name])))).collect()
    }
}

/// Checks how these fields are shown.
#[track_caller]
fn assert_shows(integration: &Value, fields: &Object, r#type: &Type) {
    for (name, value) in fields {
        let context = format!("{}.{name}", r#type.name);
        match name.as_str() {
            _ if !r#type.shows(name) => assert!(integration.get(name).is_none(), "{context} is shown"),
            "webhooks" => assert_eq!(integration[name][0]["target"], value[0]["target"]),
            _ => assert_eq!(integration[name], *value, "{context}"),
        }
    }
}

#[test]
fn every_type_with_all_its_fields_and_with_the_least() {
    let api = Api::start();
    let mut created = Vec::new();
    for r#type in types() {
        let body = r#type.full();
        let integration = api.integration(body.clone().into());
        assert_shows(&integration, &body, &r#type);
        let path = format!("/integrations/{}", id(&integration));
        assert_eq!(api.get(&path).ok(200)["integration"], integration);
        created.push(integration);

        let integration = api.integration(r#type.least().into());
        for (name, schema) in &r#type.fields {
            let default = schema.get("default").filter(|_| r#type.shows(name));
            let given = r#type.required.contains(name) || schema["readOnly"] == true;
            if let Some(default) = default.filter(|_| !given) {
                assert_eq!(integration[name], *default, "{}.{name}", r#type.name);
            }
        }
        api.delete(&format!("/integrations/{}", id(&integration))).ok(200);
    }
    assert_eq!(api.get("/integrations").ok(200)["integrations"], Value::from(created));
}

#[test]
fn every_type_is_updated_and_deleted() {
    let api = Api::start();
    for r#type in types() {
        let mut expected = api.integration(r#type.full().into());
        let path = format!("/integrations/{}", id(&expected));
        let changes = r#type.changes();
        assert!(changes.contains_key("displayName"));
        let updated = api.patch(&path, changes.clone().into()).ok(200)["integration"].clone();
        for (name, value) in changes.iter().filter(|(name, _)| r#type.shows(name)) {
            assert_ne!(expected[name], *value, "{}.{name}: the test changes nothing", r#type.name);
            expected[name] = value.clone();
        }
        assert_eq!(updated, expected, "{}", r#type.name);
        assert_eq!(api.get(&path).ok(200)["integration"], expected);

        let nullable = r#type.update.iter().filter(|(_, schema)| schema["nullable"] == true);
        let nulls: Object = nullable.map(|(name, _)| (name.clone(), Value::Null)).collect();
        nulls.keys().filter(|name| r#type.shows(name)).for_each(|name| expected[name] = Value::Null);
        assert_eq!(api.patch(&path, nulls.into()).ok(200)["integration"], expected, "{}", r#type.name);
        assert_eq!(api.patch(&path, json!({})).ok(200)["integration"], expected);

        assert_eq!(api.delete(&path).ok(200), json!({}));
        api.get(&path).fails(404, "not_found", "integration");
        api.patch(&path, json!({})).fails(404, "not_found", "integration");
        api.delete(&path).fails(404, "not_found", "integration");
    }
    assert_eq!(api.get("/integrations").ok(200)["integrations"], json!([]));
}

#[test]
fn fields_that_the_api_sets() {
    let api = Api::start();
    let reported: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("android", &["attachmentsEnabled"][..]),
        ("instagram", &["businessName", "businessUsername", "pageId", "businessId"]),
        ("ios", &["attachmentsEnabled"]),
        ("line", &["lineId"]),
        ("messagebird", &["webhookSecret"]),
        ("messenger", &["pageId", "pageName"]),
        ("telegram", &["username", "botId"]),
        ("unity", &["attachmentsEnabled"]),
        ("viber", &["uri", "accountId"]),
        ("web", &["attachmentsEnabled"]),
        ("whatsapp", &["phoneNumber"]),
    ]);
    for r#type in types() {
        let mut body = r#type.full();
        if r#type.name == "messenger" {
            body = r#type.least();
        }
        let integration = api.integration(body.into());
        assert_eq!(integration["status"], "active");
        for (name, schema) in &r#type.fields {
            let is_reported = reported.get(r#type.name.as_str()).is_some_and(|names| names.contains(&name.as_str()));
            if is_reported {
                assert!(!integration[name].is_null(), "{}.{name}", r#type.name);
            } else if schema["readOnly"] == true && !["id", "status"].contains(&name.as_str()) {
                assert!(integration[name].is_null(), "{}.{name}: {}", r#type.name, integration[name]);
            }
        }
    }
    let line = api.integration(json!({"type": "line"}));
    assert!(line.get("lineId").is_none());
    let bird = |n: u32| {
        let body = json!({"type": "messagebird", "accessKey": "a", "signingKey": "s", "originator": n.to_string()});
        api.integration(body)["webhookSecret"].clone()
    };
    assert_ne!(bird(1), bird(2));
}

#[test]
fn errors_in_a_new_one_name_the_field() {
    let api = Api::start();
    for r#type in types() {
        let create = |body: &Object| api.post("/integrations", body.clone().into());
        for name in r#type.required.iter().filter(|name| *name != "type") {
            let mut body = r#type.full();
            body.remove(name);
            create(&body).fails(400, "bad_request", &format!("/{name}: is required"));
        }
        for (name, schema) in r#type.fields.iter().filter(|(name, _)| *name != "type") {
            let mut body = r#type.least();
            body.insert(name.clone(), json!({"wrong": [1]}));
            let is_read_only = schema["readOnly"] == true;
            let title = format!("/{name}: {}", if is_read_only { "is read-only" } else { "" });
            if name != "prechatCapture" {
                create(&body).fails(400, "bad_request", &title);
            }
            if schema["nullable"] != true && !is_read_only {
                body.insert(name.clone(), Value::Null);
                create(&body).fails(400, "bad_request", &format!("/{name}: "));
            }
        }
    }
    let cases = [
        (json!({}), "/type: is required"),
        (json!({"type": "fax"}), "/type: "),
        (json!({"type": "custom", "webhooks": []}), "/webhooks: "),
        (
            json!({"type": "custom", "webhooks": [{"target": "https://example.org"}]}),
            "/webhooks/0/triggers: is required",
        ),
        (json!({"type": "custom", "webhooks": [{"triggers": ["x"]}]}), "/webhooks/0/target: is required"),
        (json!({"type": "custom", "webhooks": [{"target": "x", "triggers": ["user:merge"]}]}), "/webhooks/0/target: "),
        (
            json!({"type": "custom", "webhooks": [{"target": "https://example.org", "triggers": ["user:merge", "x"]}]}),
            "/webhooks/0/triggers/1: ",
        ),
        (json!({"type": "twilio", "accountSid": "a", "authToken": "t"}), "/phoneNumberSid: is required without"),
        (json!({"type": "line", "channelId": "1"}), "/channelSecret: "),
        (json!({"type": "line", "channelSecret": "1"}), "/channelId: "),
        (json!({"type": "android", "displayName": "x".repeat(101)}), "/displayName: "),
        (json!({"type": "web", "prechatCapture": {"enabled": "yes"}}), "/prechatCapture/enabled: "),
    ];
    for (body, place) in cases {
        api.post("/integrations", body).fails(400, "bad_request", place);
    }
    assert_eq!(api.get("/integrations").ok(200)["integrations"], json!([]));
}

#[test]
fn values_of_the_web_messenger() {
    let api = Api::start();
    let path = format!("/integrations/{}", id(&api.integration(json!({"type": "web"}))));
    let origins = json!({"originWhitelist": ["http://localhost:3000", "https://a.example.org"]});
    assert_eq!(api.patch(&path, origins.clone()).ok(200)["integration"]["originWhitelist"], origins["originWhitelist"]);
    for (wrong, place) in [
        (json!({"brandColor": "red"}), "/brandColor: "),
        (json!({"conversationColor": "#ff0000"}), "/conversationColor: "),
        (json!({"actionColor": "ffff"}), "/actionColor: "),
        (json!({"displayStyle": "sheet"}), "/displayStyle: "),
        (json!({"originWhitelist": ["https://a.example", "a.example"]}), "/originWhitelist/1: "),
        (json!({"originWhitelist": ["https://a.example/"]}), "/originWhitelist/0: "),
        (json!({"originWhitelist": ["https://a.example:http"]}), "/originWhitelist/0: "),
        (json!({"originWhitelist": ["https://"]}), "/originWhitelist/0: "),
    ] {
        api.patch(&path, wrong.clone()).fails(400, "bad_request", place);
        let mut full = json!({"type": "web"});
        overlay(&mut full, &wrong);
        api.post("/integrations", full).fails(400, "bad_request", place);
    }
    // Another type doesn't have the field.
    api.integration(json!({"type": "unity", "brandColor": "red"}));
}

#[test]
fn errors_in_an_update_name_the_field() {
    let api = Api::start();
    for r#type in types() {
        let integration = api.integration(r#type.full().into());
        let path = format!("/integrations/{}", id(&integration));
        let patch = |name: &str, value: Value| api.patch(&path, json!({name: value}));
        for (name, schema) in &r#type.update {
            if name != "prechatCapture" {
                patch(name, json!({"wrong": [1]})).fails(400, "bad_request", &format!("/{name}: "));
            }
            if schema["nullable"] != true {
                patch(name, Value::Null).fails(400, "bad_request", &format!("/{name}: "));
            }
        }
        for name in r#type.fields.keys().filter(|name| !r#type.update.contains_key(*name) && *name != "type") {
            patch(name, integration[name].clone()).fails(400, "bad_request", &format!("/{name}: can't be changed"));
        }
        let another = if r#type.name == "web" { "unity" } else { "web" };
        patch("type", another.into()).fails(400, "bad_request", "/type: can't be changed");
        assert_eq!(patch("type", r#type.name.clone().into()).ok(200)["integration"], integration);
        // A field that isn't in this type is ignored like any unknown field.
        patch("fieldOfNoType", 5.into()).ok(200);
        assert_eq!(api.get(&path).ok(200)["integration"], integration);
        api.delete(&path).ok(200);
    }
}

#[test]
fn list_by_type_page_by_page() {
    let api = Api::start();
    let create = |name: &str| id(&api.integration(json!({"type": name})));
    let all: Vec<String> = ["web", "android", "web", "ios", "web", "unity"].into_iter().map(create).collect();
    let list = |query: &str| api.get(&format!("/integrations?{query}")).ok(200);
    assert_eq!(ids(&list("")["integrations"]), all);
    assert_eq!(ids(&list("filter[types]=ios")["integrations"]), all[3..4]);
    assert_eq!(ids(&list("filter[types]=ios,unity")["integrations"]), [all[3].clone(), all[5].clone()]);
    assert_eq!(list("filter[types]=whatsapp")["integrations"], json!([]));
    let page = list("filter[types]=web,ios&page[size]=2");
    assert_eq!(
        (ids(&page["integrations"]), &page["meta"]["hasMore"]),
        (vec![all[0].clone(), all[2].clone()], &json!(true))
    );
    let rest = api.call("GET", page["links"]["next"].as_str().expect("a link"), None).ok(200);
    assert_eq!((ids(&rest["integrations"]), &rest["meta"]["hasMore"]), (all[3..5].to_vec(), &json!(false)));
    api.get("/integrations?page[size]=0").fails(400, "bad_request", "page[size]: ");
    api.get("/integrations?filter=web").fails(400, "bad_request", "filter: ");
}

#[test]
fn the_default_responder_is_the_switchboards_or_the_integrations_own() {
    let api = Api::start();
    let path = format!("/integrations/{}", id(&api.integration(json!({"type": "web"}))));
    let responder = || api.get(&path).ok(200)["integration"]["defaultResponder"].clone();
    assert_eq!(responder(), Value::Null);
    let switchboard = api.switchboard();
    let add = |name: &str| {
        let body = json!({"name": name, "integrationId": api.custom(), "messageHistoryCount": 5});
        let path = format!("{switchboard}/switchboardIntegrations");
        id(&api.post(&path, body).ok(201)["switchboardIntegration"])
    };
    let (bot, desk) = (add("bot"), add("desk"));
    api.patch(&switchboard, json!({"enabled": true, "defaultSwitchboardIntegrationId": bot})).ok(200);
    assert_eq!((&responder()["name"], &responder()["inherited"]), (&json!("bot"), &json!(true)));
    let own = api.patch(&path, json!({"defaultResponderId": desk})).ok(200)["integration"].clone();
    assert_eq!(
        (&own["defaultResponder"]["name"], &own["defaultResponder"]["inherited"]),
        (&json!("desk"), &json!(false))
    );
    assert_eq!((&responder()["integrationType"], &responder()["messageHistoryCount"]), (&json!("custom"), &json!(5)));
    assert!(own.get("defaultResponderId").is_none());
    let created = api.integration(json!({"type": "unity", "defaultResponderId": desk}));
    assert_eq!(created["defaultResponder"]["name"], "desk");
    let unknown = json!({"type": "unity", "defaultResponderId": "none"});
    api.post("/integrations", unknown).fails(404, "not_found", "/defaultResponderId: ");
    api.patch(&path, json!({"defaultResponderId": "none"})).fails(404, "not_found", "/defaultResponderId: ");
    assert_eq!(responder()["name"], "desk");
    let back = api.patch(&path, json!({"defaultResponderId": null})).ok(200);
    assert_eq!(back["integration"]["defaultResponder"]["name"], "bot");
    api.patch(&path, json!({"defaultResponderId": desk})).ok(200);
    api.delete(&format!("{switchboard}/switchboardIntegrations/{desk}")).ok(200);
    assert_eq!(responder()["name"], "bot");
}

#[test]
fn what_belongs_to_an_integration_goes_with_it() {
    let api = Api::start();
    let user = api.user("steve");
    let (gone, stays) = (api.custom(), api.custom());
    let conversation = api.conversation(&user);
    let key = api.integration_key(&gone);
    let whatsapp = api.channel("whatsapp");
    api.client("steve", &conversation);

    let switchboard = api.switchboard();
    let places = format!("{switchboard}/switchboardIntegrations");
    let add = |body: Value| id(&api.post(&places, body).ok(201)["switchboardIntegration"]);
    let bot = add(json!({"name": "bot", "integrationId": gone}));
    let desk = add(json!({"name": "desk", "integrationId": stays, "nextSwitchboardIntegrationId": bot}));
    api.patch(&switchboard, json!({"enabled": true, "defaultSwitchboardIntegrationId": bot})).ok(200);
    let group = api.group();

    api.delete(&format!("/integrations/{gone}")).ok(200);
    api.delete(&format!("/integrations/{whatsapp}")).ok(200);
    api.get(&format!("/integrations/{gone}/keys")).fails(404, "not_found", "integration");
    api.get(&format!("/integrations/{gone}/webhooks")).fails(404, "not_found", "integration");
    api.call_with(&key, "GET", "/users/steve", None).fails(401, "unauthorized", "credentials");
    assert_eq!(api.get("/users/steve/clients").ok(200)["clients"], json!([]));
    let left = api.get(&places).ok(200)["switchboardIntegrations"].clone();
    assert_eq!((ids(&left), &left[0]["nextSwitchboardIntegrationId"]), (vec![desk], &Value::Null));
    let switchboard = api.get("/switchboards").ok(200)["switchboards"][0].clone();
    assert!(switchboard.get("defaultSwitchboardIntegrationId").is_none());
    let group = api.get(&format!("/conversations/{group}")).ok(200)["conversation"].clone();
    assert!(group.get("activeSwitchboardIntegration").is_none());
    let webhooks = api.get(&format!("/integrations/{stays}/webhooks")).ok(200);
    assert_eq!(webhooks["webhooks"].as_array().map(Vec::len), Some(1));
}

#[test]
fn integrations_are_not_for_the_scope_integration() {
    let api = Api::start();
    let integration = api.custom();
    let key = api.integration_key(&integration);
    let body = custom();
    for (method, path) in [
        ("GET", "/integrations".to_owned()),
        ("POST", "/integrations".to_owned()),
        ("GET", format!("/integrations/{integration}")),
        ("PATCH", format!("/integrations/{integration}")),
        ("DELETE", format!("/integrations/{integration}")),
    ] {
        api.call_with(&key, method, &path, Some(&body)).fails(403, "forbidden", "scope");
    }
    api.get(&format!("/integrations/{integration}")).ok(200);
}
