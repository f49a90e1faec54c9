//! Webhooks of integrations.

use crate::common::{Api, custom, document, id, ids, overlay};
use serde_json::{Value, json};

const TARGET: &str = "https://example.org/other";

fn webhooks(integration: &str) -> String {
    format!("/integrations/{integration}/webhooks")
}

fn body() -> Value {
    json!({"target": TARGET, "triggers": ["user:merge"]})
}

#[test]
fn create_list_get_update_delete() {
    let api = Api::start();
    let integration = api.integration(custom());
    let path = webhooks(&id(&integration));
    let first = integration["webhooks"][0].clone();
    let mut new_client = body();
    new_client["includeFullUser"] = json!(true);
    let second = api.post(&path, new_client.clone()).ok(201)["webhook"].clone();
    for key in ["target", "triggers", "includeFullUser"] {
        assert_eq!(second[key], new_client[key], "{key}");
    }
    assert_eq!((&second["version"], &second["includeFullSource"]), (&json!("v2"), &json!(false)));
    for webhook in [&first, &second] {
        id(webhook);
        assert!(webhook["secret"].as_str().is_some_and(|secret| secret.len() > 20));
    }
    assert_ne!(first["secret"], second["secret"]);
    assert_eq!(api.get(&path).ok(200), json!({"webhooks": [first, second]}));
    let shown = api.get(&format!("/integrations/{}", id(&integration))).ok(200);
    assert_eq!(shown["integration"]["webhooks"], json!([first, second]));

    let at = |webhook: &Value| format!("{path}/{}", id(webhook));
    assert_eq!(api.get(&at(&second)).ok(200), json!({"webhook": second}));
    let mut expected = second.clone();
    for change in [
        json!({"target": "http://localhost:5000"}),
        json!({"triggers": ["conversation:read", "conversation:typing"]}),
        json!({"includeFullUser": false, "includeFullSource": true}),
        json!({}),
    ] {
        overlay(&mut expected, &change);
        assert_eq!(api.patch(&at(&second), change).ok(200), json!({"webhook": expected}));
    }
    assert_eq!(api.get(&path).ok(200), json!({"webhooks": [first, expected]}));

    assert_eq!(api.delete(&at(&first)).ok(200), json!({}));
    api.delete(&at(&second)).ok(200);
    assert_eq!(api.get(&path).ok(200), json!({"webhooks": []}));
    assert_eq!(api.get(&format!("/integrations/{}", id(&integration))).ok(200)["integration"]["webhooks"], json!([]));
    api.get(&at(&first)).fails(404, "not_found", "webhook");
    api.patch(&at(&first), json!({})).fails(404, "not_found", "webhook");
    api.delete(&at(&first)).fails(404, "not_found", "webhook");
}

/// The triggers of the table that the document has of them.
fn documented_triggers() -> Vec<String> {
    let tags = document()["tags"].as_array().expect("tags");
    let tag = tags.iter().find(|tag| tag["name"] == "Webhooks").expect("the tag");
    // The first cell of each row, as code or not.
    let cells = tag["description"].as_str().expect("text").lines().filter_map(|line| line.split('|').nth(1));
    cells.map(|cell| cell.trim().trim_matches('`')).filter(|cell| cell.contains(':')).map(str::to_owned).collect()
}

#[test]
fn every_trigger_of_the_document_and_no_other() {
    let api = Api::start();
    let path = webhooks(&api.custom());
    let triggers = documented_triggers();
    assert_eq!(triggers.len(), 26);
    let webhook = api.post(&path, json!({"target": TARGET, "triggers": triggers})).ok(201);
    assert_eq!(webhook["webhook"]["triggers"], json!(triggers));
    for wrong in ["*", "", "Conversation:message", "message", "conversation:message "] {
        let body = json!({"target": TARGET, "triggers": ["user:update", wrong]});
        api.post(&path, body.clone()).fails(400, "bad_request", "/triggers/1: ");
        let webhook = format!("{path}/{}", id(&webhook["webhook"]));
        api.patch(&webhook, body).fails(400, "bad_request", "/triggers/1: ");
    }
}

#[test]
fn errors_name_the_field() {
    let api = Api::start();
    let path = webhooks(&api.custom());
    let webhook = format!("{path}/{}", ids(&api.get(&path).ok(200)["webhooks"])[0]);
    let before = api.get(&path).ok(200);
    api.post(&path, json!({"triggers": []})).fails(400, "bad_request", "/target: is required");
    api.post(&path, json!({"target": TARGET})).fails(400, "bad_request", "/triggers: is required");
    for (change, place) in [
        (json!({"target": "example.org"}), "/target: "),
        (json!({"target": "ftp://example.org"}), "/target: "),
        (json!({"target": "https://"}), "/target: "),
        (json!({"target": "https://a b"}), "/target: "),
        (json!({"target": null}), "/target: "),
        (json!({"triggers": []}), "/triggers: "),
        (json!({"triggers": "user:merge"}), "/triggers: "),
        (json!({"triggers": [5]}), "/triggers/0: "),
        (json!({"includeFullUser": "yes"}), "/includeFullUser: "),
    ] {
        let mut full = body();
        overlay(&mut full, &change);
        api.post(&path, full).fails(400, "bad_request", place);
        api.patch(&webhook, change).fails(400, "bad_request", place);
    }
    // All or nothing.
    let half = json!({"target": TARGET, "triggers": ["x"]});
    api.patch(&webhook, half).fails(400, "bad_request", "/triggers/0: ");
    assert_eq!(api.get(&path).ok(200), before);
}

#[test]
fn ten_in_an_app() {
    let api = Api::start();
    let (one, other) = (webhooks(&api.custom()), webhooks(&api.custom()));
    (0..4).for_each(|_| drop((api.post(&one, body()).ok(201), api.post(&other, body()).ok(201))));
    api.post(&one, body()).fails(400, "bad_request", "10 webhooks");
    api.post("/integrations", custom()).fails(400, "bad_request", "10 webhooks");
    api.delete(&format!("{other}/{}", ids(&api.get(&other).ok(200)["webhooks"])[2])).ok(200);
    api.post(&one, body()).ok(201);
}

#[test]
fn an_integration_reaches_its_own_only() {
    let api = Api::start();
    let (own, other) = (api.custom(), api.custom());
    let key = api.integration_key(&own);
    let call = |method: &str, path: &str, body: Option<&Value>| api.call_with(&key, method, path, body);
    for name in ["me", &own] {
        let path = webhooks(name);
        let webhook = call("POST", &path, Some(&body())).ok(201)["webhook"].clone();
        let at = format!("{path}/{}", id(&webhook));
        assert_eq!(call("GET", &at, None).ok(200)["webhook"], webhook);
        assert_eq!(
            call("PATCH", &at, Some(&json!({"includeFullUser": true}))).ok(200)["webhook"]["includeFullUser"],
            true
        );
        assert_eq!(
            ids(&call("GET", &path, None).ok(200)["webhooks"]),
            ids(&api.get(&webhooks(&own)).ok(200)["webhooks"])
        );
        call("DELETE", &at, None).ok(200);
        call("GET", &at, None).fails(404, "not_found", "webhook");
    }
    let path = webhooks(&other);
    let at = format!("{path}/{}", ids(&api.get(&path).ok(200)["webhooks"])[0]);
    for (method, path) in [("POST", &path), ("GET", &path), ("GET", &at), ("PATCH", &at), ("DELETE", &at)] {
        call(method, path, Some(&body())).fails(403, "forbidden", "another integration");
    }
    let own_path = webhooks("me");
    let foreign = at.rsplit('/').next().expect("an id");
    call("GET", &format!("{own_path}/{foreign}"), None).fails(404, "not_found", "webhook");
    assert_eq!(api.get(&path).ok(200)["webhooks"].as_array().map(Vec::len), Some(1));
    // An app can't use `me`.
    api.get(&own_path).fails(404, "not_found", "integration");
}

#[test]
fn only_programs_have_webhooks_and_accounts_see_none() {
    let api = Api::start();
    let web = webhooks(&id(&api.integration(json!({"type": "web"}))));
    api.post(&web, body()).fails(403, "forbidden", "custom");
    api.get(&web).fails(403, "forbidden", "custom");
    api.get(&format!("{web}/x")).fails(404, "not_found", "webhook");
    for path in [webhooks("none"), format!("{}/x", webhooks("none"))] {
        api.get(&path).fails(404, "not_found", "integration");
    }
    api.post(&webhooks("none"), body()).fails(404, "not_found", "integration");
    let account = json!({"id": api.sandbox.account_key_id(), "secret": api.sandbox.account_key_secret()});
    api.call_with(&account, "GET", &webhooks(&api.custom()), None).fails(403, "forbidden", "scope");
}
