//! Users: created, found, updated, deleted.

mod common;

use common::{Api, id, ids, is_time};
use serde_json::json;

#[test]
fn create_and_get_by_either_id() {
    let api = Api::start();
    let body = json!({
        "externalId": "steve",
        "signedUpAt": "2020-05-21T15:53:30.197Z",
        "toBeRetained": true,
        "profile": {"givenName": "Steve", "email": "steve@example.org", "locale": "fr-CA"},
        "metadata": {"vip": true, "score": 1.5, "lang": "fr"},
    });
    let user = api.post("/users", body.clone()).ok(201)["user"].clone();
    for key in ["externalId", "signedUpAt", "toBeRetained", "profile", "metadata"] {
        assert_eq!(user[key], body[key], "{key}");
    }
    assert_eq!((&user["authenticated"], &user["identities"]), (&json!(false), &json!([])));
    assert_eq!(api.get(&format!("/users/{}", id(&user))).ok(200)["user"], user);
    assert_eq!(api.get("/users/steve").ok(200)["user"], user);
}

#[test]
fn an_empty_body_object_makes_a_user() {
    let api = Api::start();
    let user = &api.post("/users", json!({})).ok(201)["user"];
    assert!(is_time(&user["signedUpAt"]));
    assert_eq!((&user["profile"], &user["metadata"]), (&json!({}), &json!({})));
}

#[test]
fn an_external_id_is_unique_within_a_brand() {
    let api = Api::start();
    let plain = api.user("steve");
    api.post("/users", json!({"externalId": "steve"})).fails(409, "conflict", "externalId");
    let branded = api.post("/users", json!({"externalId": "steve", "brandId": "9477"})).ok(201);
    assert_eq!(id(&api.get("/users/steve").ok(200)["user"]), plain);
    assert_eq!(api.get("/users/steve?brandId=9477").ok(200), branded);
    api.get("/users/steve?brandId=1").fails(404, "not_found", "user");
}

#[test]
fn ids_in_a_path_are_decoded_once() {
    let api = Api::start();
    for (external_id, encoded) in [("a/b c+d", "a%2Fb%20c+d"), ("..", "%2E%2E"), ("é%20", "%C3%A9%2520")] {
        let id = api.user(external_id);
        assert_eq!(api.get(&format!("/users/{encoded}")).ok(200)["user"]["id"], json!(id));
    }
}

#[test]
fn update_keeps_sets_and_clears() {
    let api = Api::start();
    let profile = json!({"givenName": "Steve", "surname": "Doe", "locale": "fr"});
    api.post("/users", json!({"externalId": "steve", "profile": profile, "metadata": {"a": 1, "b": 2}})).ok(201);
    let patch = json!({
        "toBeRetained": true,
        "signedUpAt": "2021-01-01T00:00:00.000Z",
        "profile": {"surname": null, "locale": "en"},
        "metadata": {"a": null, "c": "3"},
    });
    let user = &api.patch("/users/steve", patch).ok(200)["user"];
    assert_eq!(user["profile"], json!({"givenName": "Steve", "locale": "en"}));
    assert_eq!(user["metadata"], json!({"b": 2, "c": "3"}));
    assert_eq!((&user["toBeRetained"], &user["signedUpAt"]), (&json!(true), &json!("2021-01-01T00:00:00.000Z")));
    assert_eq!(&api.patch("/users/steve", json!({})).ok(200)["user"], user);
    assert_eq!(api.patch("/users/steve", json!({"metadata": null})).ok(200)["user"]["metadata"], json!({}));
}

#[test]
fn list_by_email_identity_only() {
    let api = Api::start();
    let steve = api.user("steve");
    api.post("/users", json!({"profile": {"email": "sue@example.org"}})).ok(201);
    assert!(api.sandbox.add_email_identity("steve", "sue@example.org"));
    assert!(!api.sandbox.add_email_identity("nobody", "sue@example.org"));
    let users = &api.get("/users?filter[identities.email]=sue%40example.org").ok(200)["users"];
    assert_eq!(ids(users), [steve]);
    assert_eq!(users[0]["identities"], json!([{"type": "email", "value": "sue@example.org"}]));
    let none = api.get("/users?filter%5Bidentities.email%5D=sue%40example.org&brandId=1").ok(200);
    assert_eq!(none["users"], json!([]));
    api.get("/users").fails(400, "bad_request", "filter: is required");
    api.get("/users?filter[email]=x").fails(400, "bad_request", "filter[identities.email]: is required");
}

#[test]
fn delete_takes_clients_and_conversations_along() {
    let api = Api::start();
    let (steve, group) = (api.user("steve"), api.group());
    let conversation = api.conversation(&steve);
    let wish = json!({"userId": steve, "subscribeSDKClient": false});
    api.post(&format!("/conversations/{group}/join"), wish).ok(201);
    assert_eq!(api.delete("/users/steve").ok(200), json!({}));
    api.get("/users/steve").fails(404, "not_found", "user");
    api.get("/users/steve/clients").fails(404, "not_found", "user");
    api.get(&format!("/conversations/{conversation}")).fails(404, "not_found", "conversation");
    assert_eq!(api.get(&format!("/conversations/{group}/participants")).ok(200)["participants"], json!([]));
}

#[test]
fn delete_personal_information() {
    let api = Api::start();
    let profile = json!({"givenName": "S", "surname": "D", "email": "s@example.org", "locale": "fr",
        "avatarUrl": "https://example.org/a.png"});
    api.post("/users", json!({"externalId": "steve", "profile": profile, "metadata": {"a": 1}})).ok(201);
    let user = &api.delete("/users/steve/personalinformation").ok(200)["user"];
    assert_eq!((&user["profile"], &user["metadata"]), (&json!({"locale": "fr"}), &json!({})));
    api.delete("/users/nobody/personalinformation").fails(404, "not_found", "user");
}

#[test]
fn what_is_wrong_is_named() {
    let api = Api::start();
    let cases = [
        (json!([]), "body: "),
        (json!({"externalId": 5}), "/externalId: "),
        (json!({"externalId": ""}), "/externalId: "),
        (json!({"externalId": null}), "/externalId: "),
        (json!({"profile": {"givenName": "x".repeat(129)}}), "/profile/givenName: "),
        (json!({"profile": {"email": "no address"}}), "/profile/email: "),
        (json!({"profile": {"avatarUrl": "no address"}}), "/profile/avatarUrl: "),
        (json!({"signedUpAt": "yesterday"}), "/signedUpAt: "),
        (json!({"metadata": {"a": [1]}}), "/metadata/a: "),
        (json!({"metadata": {"a": null}}), "/metadata/a: "),
        (json!({"metadata": {"a": "x".repeat(4096)}}), "/metadata: "),
    ];
    for (body, place) in cases {
        api.post("/users", body).fails(400, "bad_request", place);
    }
    let two = api.post("/users", json!({"externalId": 5, "toBeRetained": 5})).ok(400);
    assert_eq!(two["errors"].as_array().map(Vec::len), Some(2));
    assert_eq!(api.post("/users", json!({"brandId": null, "metadata": null})).status, 201);
}
