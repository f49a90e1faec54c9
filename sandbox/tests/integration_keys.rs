//! Keys of custom integrations.

use crate::common::{Api, id};
use serde_json::{Value, json};

#[test]
fn create_use_list_get_delete() {
    let api = Api::start();
    let integration = api.custom();
    let path = format!("/integrations/{integration}/keys");
    let key = api.post(&path, json!({"displayName": "Bot"})).ok(201)["key"].clone();
    assert_eq!(key["displayName"], "Bot");
    let key_id = key["id"].as_str().expect("an id").to_owned();
    assert!(key_id.starts_with("int_") && key["secret"].as_str().is_some_and(|secret| secret.len() > 20));
    let other = api.integration_key(&integration);
    assert!(other["id"] != key["id"] && other["secret"] != key["secret"]);
    assert_eq!(api.get(&path).ok(200), json!({"keys": [key, other]}));
    assert_eq!(api.get(&format!("{path}/{key_id}")).ok(200), json!({"key": key}));

    api.call_with(&key, "POST", "/users", Some(&json!({"externalId": "steve"}))).ok(201);
    api.call_with(&key, "GET", &path, None).fails(403, "forbidden", "scope");
    let mixed = json!({"id": key["id"], "secret": other["secret"]});
    api.call_with(&mixed, "GET", "/users/steve", None).fails(401, "unauthorized", "credentials");

    assert_eq!(api.delete(&format!("{path}/{key_id}")).ok(200), json!({}));
    api.call_with(&key, "GET", "/users/steve", None).fails(401, "unauthorized", "credentials");
    api.call_with(&other, "GET", "/users/steve", None).ok(200);
    api.get(&format!("{path}/{key_id}")).fails(404, "not_found", "key");
    api.delete(&format!("{path}/{key_id}")).fails(404, "not_found", "key");
    assert_eq!(api.get(&path).ok(200), json!({"keys": [other]}));
}

#[test]
fn only_custom_integrations_have_keys() {
    let api = Api::start();
    let web = id(&api.integration(json!({"type": "web"})));
    let keys = format!("/integrations/{web}/keys");
    api.post(&keys, json!({"displayName": "x"})).fails(400, "bad_request", "custom");
    api.get(&keys).fails(400, "bad_request", "custom");
    // The document doesn't have a 400 response for these.
    api.get(&format!("{keys}/x")).fails(404, "not_found", "key");
    api.delete(&format!("{keys}/x")).fails(404, "not_found", "key");
    let keys = "/integrations/none/keys";
    api.post(keys, json!({"displayName": "x"})).fails(404, "not_found", "integration");
    for response in [api.get(keys), api.get(&format!("{keys}/x")), api.delete(&format!("{keys}/x"))] {
        response.fails(404, "not_found", "integration");
    }
    let (one, other) = (api.custom(), api.custom());
    let key = api.integration_key(&one)["id"].as_str().expect("an id").to_owned();
    api.get(&format!("/integrations/{other}/keys/{key}")).fails(404, "not_found", "key");
}

#[test]
fn ten_at_most_and_wrong_names() {
    let api = Api::start();
    let path = format!("/integrations/{}/keys", api.custom());
    let create = |name: Value| api.post(&path, json!({"displayName": name}));
    api.post(&path, json!({})).fails(400, "bad_request", "/displayName: is required");
    create(json!(5)).fails(400, "bad_request", "/displayName: ");
    create("".into()).fails(400, "bad_request", "/displayName: ");
    create("x".repeat(101).into()).fails(400, "bad_request", "/displayName: ");
    (0..10).for_each(|n| drop(create(n.to_string().repeat(100).into()).ok(201)));
    create("x".into()).fails(400, "bad_request", "10 keys");
    assert_eq!(api.get(&path).ok(200)["keys"].as_array().map(Vec::len), Some(10));
}
