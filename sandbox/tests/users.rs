//! Users: created, found, updated, deleted.

use crate::common;
use crate::common::{Api, id, ids, is_time};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::{Platform, ZendeskUser};

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
    api.sandbox.add_email_identity("steve", "sue@example.org").expect("done");
    assert!(api.sandbox.add_email_identity("unknown", "sue@example.org").is_err());
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
    api.join(&group, &steve);
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
    api.delete("/users/unknown/personalinformation").fails(404, "not_found", "user");
}

#[test]
fn errors_name_the_field() {
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

#[test]
fn an_update_is_all_or_nothing() {
    let api = Api::start();
    api.post("/users", json!({"externalId": "steve", "metadata": {"a": "x".repeat(3000)}})).ok(201);
    let before = api.get("/users/steve").ok(200);
    let too_much = json!({"profile": {"givenName": "S"}, "metadata": {"b": "y".repeat(2000)}});
    api.patch("/users/steve", too_much).fails(400, "bad_request", "/metadata: ");
    let wrong_time = json!({"profile": {"givenName": "S"}, "signedUpAt": "yesterday"});
    api.patch("/users/steve", wrong_time).fails(400, "bad_request", "/signedUpAt: ");
    assert_eq!(api.get("/users/steve").ok(200), before);
    api.patch("/users/steve", json!({"metadata": {"a": null, "b": "y".repeat(2000)}})).ok(200);
    api.patch("/users/unknown", json!({})).fails(404, "not_found", "user");
    api.delete("/users/unknown").fails(404, "not_found", "user");
}

#[test]
fn an_external_id_is_free_once_its_user_is_gone() {
    let api = Api::start();
    let first = api.user("steve");
    api.delete("/users/steve").ok(200);
    let second = api.user("steve");
    assert_ne!(first, second);
    assert_eq!(id(&api.get("/users/steve").ok(200)["user"]), second);
    api.get(&format!("/users/{first}")).fails(404, "not_found", "user");
}

/// A merge of `sue` into `steve`, both complete users.
#[test]
fn merged_users_are_one() {
    let api = Api::start();
    let new = |body: Value| id(&api.post("/users", body).ok(201)["user"]);
    let steve = new(json!({"externalId": "steve", "profile": {"givenName": "Steve", "locale": "fr"},
        "metadata": {"a": 1, "b": 2}}));
    let sue = new(json!({"profile": {"givenName": "Sue", "surname": "Doe"}, "metadata": {"b": 3, "c": 4}}));
    api.sandbox.add_email_identity(&steve, "steve@example.org").expect("done");
    api.sandbox.add_email_identity(&sue, "sue@example.org").expect("done");
    let (of_steve, of_sue) = (api.conversation(&steve), api.conversation(&sue));
    let (second, group, other) = (api.conversation(&sue), api.group(), api.group());
    api.join(&group, &sue);
    api.join(&group, &steve);
    let joined = api.join(&other, &sue);
    let device = api.sandbox.add_device(&sue, Platform::Ios).expect("a device");
    let clients = [id(&api.client(&sue, &of_sue)), id(&api.client(&steve, &of_steve))];
    let post = |conversation: &str, author: &str| {
        let body = json!({"author": {"type": "user", "userId": author}, "content": {"type": "text", "text": "x"}});
        id(&api.post(&format!("/conversations/{conversation}/messages"), body).ok(201)["messages"][0])
    };
    let posted = [post(&of_sue, &sue), post(&of_steve, &steve), post(&of_sue, &sue)];
    post(&other, &sue);
    api.message(&of_sue, "unread");

    assert!(api.sandbox.merge_users(&steve, "unknown").is_err());
    assert!(api.sandbox.merge_users("unknown", &sue).is_err());
    assert!(api.sandbox.merge_users(&steve, "steve").is_err());
    api.sandbox.merge_users("steve", &sue).expect("done");
    api.get(&format!("/users/{sue}")).fails(404, "not_found", "user");

    let user = api.get("/users/steve").ok(200)["user"].clone();
    assert_eq!(user["profile"], json!({"givenName": "Sue", "surname": "Doe", "locale": "fr"}));
    assert_eq!(user["metadata"], json!({"a": 1, "b": 3, "c": 4}));
    let emails = ["steve@example.org", "sue@example.org"].map(|email| json!({"type": "email", "value": email}));
    assert_eq!(user["identities"], json!(emails));
    assert_eq!(ids(&api.get("/users/steve/devices").ok(200)["devices"]), [device]);
    let all = ids(&api.get("/users/steve/clients").ok(200)["clients"]);
    assert!(all.is_sorted() && clients.iter().all(|client| all.contains(client)), "{all:?}");

    let conversations = api.get("/conversations?filter[userExternalId]=steve").ok(200)["conversations"].clone();
    assert_eq!(ids(&conversations), [of_steve.clone(), second, group.clone(), other.clone()]);
    let defaults: Vec<&Value> = conversations.as_array().expect("list").iter().map(|own| &own["isDefault"]).collect();
    assert_eq!(defaults, [true, false, false, false]);
    api.get(&format!("/conversations/{of_sue}")).fails(404, "not_found", "conversation");
    let messages = api.get(&format!("/conversations/{of_steve}/messages")).ok(200)["messages"].clone();
    assert_eq!(ids(&messages)[..3], posted);
    assert!((0..3).all(|at| messages[at]["author"]["userId"] == json!(steve)));
    let participant = api.participant(&of_steve);
    assert_eq!(participant["unreadCount"], 1);
    let associated = participant["clientAssociations"].as_array().map(Vec::len);
    assert_eq!(associated, Some(2), "both reach the conversation that the two became");

    let members = api.get(&format!("/conversations/{group}/participants")).ok(200)["participants"].clone();
    assert_eq!((members.as_array().map(Vec::len), &members[0]["userId"]), (Some(1), &json!(steve)));
    let moved = api.participant(&other);
    assert_eq!((&moved["id"], &moved["userId"]), (&joined["id"], &json!(steve)));
    assert_eq!(moved["userExternalId"], "steve");
    let said = api.get(&format!("/conversations/{other}/messages")).ok(200);
    assert_eq!(said["messages"][0]["author"]["userId"], json!(steve));
}

#[test]
fn an_external_id_moves_if_the_survivor_lacks_one() {
    let api = Api::start();
    let surviving = id(&api.post("/users", json!({})).ok(201)["user"]);
    api.user("sue");
    let conversation = api.conversation(&surviving);
    api.sandbox.merge_users(&surviving, "sue").expect("done");
    assert_eq!(id(&api.get("/users/sue").ok(200)["user"]), surviving);
    assert_eq!(api.participant(&conversation)["userExternalId"], "sue");

    api.user("steve");
    api.sandbox.merge_users("sue", "steve").expect("done");
    api.get("/users/steve").fails(404, "not_found", "user");
    api.user("steve");
}

#[test]
fn merged_metadata_stays_within_its_limit() {
    let api = Api::start();
    let big = |key: &str| json!({"externalId": key, "metadata": {key: "x".repeat(3000)}});
    api.post("/users", big("a")).ok(201);
    let mut other = big("b");
    other["metadata"]["small"] = json!(1);
    api.post("/users", other).ok(201);
    api.sandbox.merge_users("a", "b").expect("done");
    let metadata = api.get("/users/a").ok(200)["user"]["metadata"].clone();
    assert_eq!(
        (metadata.get("a").is_some(), metadata.get("b").is_some(), &metadata["small"]),
        (true, false, &json!(1))
    );
}

fn core(given_name: &str, external_id: &str, email: &str) -> ZendeskUser {
    let mut user = ZendeskUser::default();
    user.given_name = Some(given_name.to_owned());
    user.surname = Some("Doe".to_owned());
    user.external_id = Some(external_id.to_owned());
    user.email = Some(email.to_owned());
    user
}

/// `SyncUser`, with a body or without one.
fn sync(api: &Api, zendesk_id: &str, body: Option<Value>) -> common::Response {
    api.call("POST", &api.url(&format!("/users/{zendesk_id}/sync")), body.as_ref())
}

#[test]
fn sync_takes_over_from_zendesk() {
    let api = Api::start();
    let steve = api.user("old");
    let conversation = api.conversation(&steve);
    sync(&api, "35436", None).fails(404, "not_found", "zendeskId");
    assert!(api.sandbox.link_zendesk_user("unknown", "35436").is_err());
    api.sandbox.link_zendesk_user(&steve, "35436").expect("done");
    let linked = api.get("/users/old").ok(200);
    assert_eq!((&linked["user"]["authenticated"], &linked["user"]["zendeskId"]), (&json!(true), &json!("35436")));
    assert_eq!(sync(&api, "35436", None).ok(200), linked, "Zendesk knows nothing of the user");

    api.sandbox.set_zendesk_user("35436", core("Steve", "steve", "steve@example.org")).expect("done");
    let user = sync(&api, "35436", Some(json!({}))).ok(200)["user"].clone();
    assert_eq!(user["profile"], json!({"givenName": "Steve", "surname": "Doe"}));
    assert_eq!((&user["externalId"], id(&user)), (&json!("steve"), steve));
    assert_eq!(user["identities"], json!([{"type": "email", "value": "steve@example.org"}]));
    assert_eq!(api.get("/users/steve").ok(200)["user"], user);
    api.get("/users/old").fails(404, "not_found", "user");
    assert_eq!(api.participant(&conversation)["userExternalId"], "steve");

    api.sandbox.set_zendesk_user("35436", core("Steve", "steve", "new@example.org")).expect("done");
    let user = sync(&api, "35436", None).ok(200)["user"].clone();
    assert_eq!(user["identities"], json!([{"type": "email", "value": "new@example.org"}]));
    sync(&api, "35436", Some(json!({"survivingZendeskId": 5}))).fails(400, "bad_request", "/survivingZendeskId: ");
    let itself = sync(&api, "35436", Some(json!({"survivingZendeskId": "35436"})));
    itself.fails(400, "bad_request", "/survivingZendeskId: ");
}

#[test]
fn sync_merges_whom_zendesk_merged() {
    let api = Api::start();
    let (steve, sue) = (api.user("steve"), api.user("sue"));
    api.sandbox.link_zendesk_user(&steve, "1").expect("done");
    api.sandbox.link_zendesk_user(&sue, "2").expect("done");
    assert!(api.sandbox.link_zendesk_user(&sue, "1").is_err(), "it is another user's");
    let conversation = api.conversation(&sue);
    api.sandbox.set_zendesk_user("1", core("Steve", "steve", "steve@example.org")).expect("done");
    let user = sync(&api, "2", Some(json!({"survivingZendeskId": "1"}))).ok(200)["user"].clone();
    assert_eq!((id(&user), &user["zendeskId"]), (steve, &json!("1")));
    assert_eq!(user["profile"]["givenName"], "Steve");
    assert_eq!(ids(&api.get("/conversations?filter[userExternalId]=steve").ok(200)["conversations"]), [conversation]);
    api.get(&format!("/users/{sue}")).fails(404, "not_found", "user");
    sync(&api, "2", None).fails(404, "not_found", "zendeskId");

    let user = sync(&api, "1", Some(json!({"survivingZendeskId": "3"}))).ok(200)["user"].clone();
    assert_eq!((&user["externalId"], &user["zendeskId"]), (&json!("steve"), &json!("3")));
}

#[test]
fn sync_settles_conflicts() {
    let api = Api::start();
    let user = |body: Value| id(&api.post("/users", body).ok(201)["user"]);
    let (synced, twin, namesake) = (user(json!({})), user(json!({"externalId": "steve"})), user(json!({})));
    api.sandbox.add_email_identity(&namesake, "steve@example.org").expect("done");
    api.sandbox.link_zendesk_user(&synced, "1").expect("done");
    api.sandbox.set_zendesk_user("1", core("Steve", "steve", "steve@example.org")).expect("done");
    let merged = sync(&api, "1", None).ok(200)["user"].clone();
    assert_eq!((id(&merged), &merged["externalId"]), (synced.clone(), &json!("steve")));
    assert_eq!(merged["identities"], json!([{"type": "email", "value": "steve@example.org"}]));
    for gone in [&twin, &namesake] {
        api.get(&format!("/users/{gone}")).fails(404, "not_found", "user");
    }

    // A user who is linked to another Zendesk user isn't merged, and loses the conflicting values.
    let other = user(json!({}));
    api.sandbox.link_zendesk_user(&other, "2").expect("done");
    api.sandbox.set_zendesk_user("2", core("Sue", "steve", "steve@example.org")).expect("done");
    let user = sync(&api, "2", None).ok(200)["user"].clone();
    assert_eq!((id(&user), &user["externalId"]), (other.clone(), &json!("steve")));
    let loser = api.get(&format!("/users/{synced}")).ok(200)["user"].clone();
    assert_eq!((&loser["externalId"], &loser["identities"]), (&Value::Null, &json!([])));
    assert_eq!(id(&api.get("/users/steve").ok(200)["user"]), other);
}

#[test]
fn personal_information_of_clients_goes_too() {
    let api = Api::start();
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    api.client("steve", &conversation);
    api.message(&conversation, "kept");
    api.delete("/users/steve/personalinformation").ok(200);
    let client = api.get("/users/steve/clients").ok(200)["clients"][0].clone();
    for key in ["displayName", "avatarUrl", "info", "raw"] {
        assert_eq!(client[key], Value::Null, "{key}");
    }
    let messages = api.get(&format!("/conversations/{conversation}/messages")).ok(200);
    assert_eq!(messages["messages"][0]["content"]["text"], "kept");
}
