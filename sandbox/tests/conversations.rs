//! Conversations.

use crate::common::{Api, id, ids, is_time};
use serde_json::{Value, json};

#[test]
fn create_get_update() {
    let api = Api::start();
    api.user("steve");
    let body = json!({
        "type": "personal",
        "participants": [{"userExternalId": "steve", "subscribeSDKClient": true}],
        "displayName": "Chat", "description": "About it", "iconUrl": "https://example.org/i.png",
        "metadata": {"lang": "fr"},
    });
    let conversation = &api.post("/conversations", body.clone()).ok(201)["conversation"];
    for key in ["type", "displayName", "description", "iconUrl", "metadata"] {
        assert_eq!(conversation[key], body[key], "{key}");
    }
    assert!(is_time(&conversation["createdAt"]));
    assert_eq!(conversation["lastUpdatedAt"], conversation["createdAt"]);
    let path = format!("/conversations/{}", id(conversation));
    assert_eq!(&api.get(&path).ok(200)["conversation"], conversation);

    let patch = json!({"displayName": "Talk", "description": null, "metadata": {"a": 1}});
    let updated = &api.patch(&path, patch).ok(200)["conversation"];
    assert_eq!((&updated["displayName"], &updated["description"]), (&json!("Talk"), &Value::Null));
    assert_eq!((&updated["iconUrl"], &updated["metadata"]), (&body["iconUrl"], &json!({"lang": "fr", "a": 1})));
    api.patch(&path, json!({"displayName": ""})).fails(400, "bad_request", "/displayName: ");
    api.patch("/conversations/none", json!({})).fails(404, "not_found", "conversation");
}

#[test]
fn the_first_personal_conversation_is_the_default_and_stays() {
    let api = Api::start();
    let user = api.user("steve");
    let (first, second) = (api.conversation(&user), api.conversation(&user));
    let is_default = |id: &str| api.get(&format!("/conversations/{id}")).ok(200)["conversation"]["isDefault"].clone();
    assert_eq!((is_default(&first), is_default(&second)), (json!(true), json!(false)));
    api.delete(&format!("/conversations/{first}")).fails(400, "bad_request", "default");
    assert_eq!(api.delete(&format!("/conversations/{second}")).ok(200), json!({}));
    api.delete(&format!("/conversations/{second}")).fails(404, "not_found", "conversation");
}

#[test]
fn errors_in_a_new_conversation_name_the_field() {
    let api = Api::start();
    let user = api.user("steve");
    let group = |participants: Value| json!({"type": "sdkGroup", "participants": participants});
    let twice = json!({"userId": user, "subscribeSDKClient": false});
    let cases = [
        (json!({}), "/type: is required"),
        (json!({"type": "chat"}), "/type: "),
        (json!({"type": "personal"}), "/participants: "),
        (json!({"type": "personal", "participants": [{}]}), "/participants/0: "),
        (json!({"type": "personal", "participants": [{"userId": 5}]}), "/participants/0/userId: "),
        (
            json!({"type": "personal", "participants": [{"userId": user, "userExternalId": "steve"}]}),
            "/participants/0: ",
        ),
        (group(json!([{"userId": user}])), "/participants/0/subscribeSDKClient: "),
        (group(json!([twice, twice])), "/participants/1: "),
        (group(json!([{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}])), "/participants: "),
    ];
    for (body, place) in cases {
        api.post("/conversations", body).fails(400, "bad_request", place);
    }
    let unknown = json!({"type": "personal", "participants": [{"userExternalId": user}]});
    api.post("/conversations", unknown).fails(404, "not_found", "user");
}

#[test]
fn list_by_user() {
    let api = Api::start();
    let user = api.user("steve");
    let other = api.user("sue");
    api.conversation(&other);
    let mine: Vec<String> = (0..3).map(|_| api.conversation(&user)).collect();
    let page = api.get(&format!("/conversations?filter[userId]={user}&page[size]=2")).ok(200);
    assert_eq!(ids(&page["conversations"]), mine[..2]);
    let rest = api.call("GET", page["links"]["next"].as_str().expect("a link"), None).ok(200);
    assert_eq!(ids(&rest["conversations"]), mine[2..]);
    assert_eq!(ids(&api.get("/conversations?filter[userExternalId]=steve").ok(200)["conversations"]), mine);

    api.get("/conversations").fails(400, "bad_request", "filter: is required");
    api.get("/conversations?filter[user]=x").fails(400, "bad_request", "filter: must have exactly one");
    let both = format!("/conversations?filter[userId]={user}&filter[userExternalId]=steve");
    api.get(&both).fails(400, "bad_request", "filter: must have exactly one");
    api.get("/conversations?filter[userId]=steve").fails(404, "not_found", "user");
}

#[test]
fn a_group_is_nobodys_default_and_can_be_deleted() {
    let api = Api::start();
    let user = api.user("steve");
    let body = json!({"type": "sdkGroup", "participants": [{"userId": user, "subscribeSDKClient": true}]});
    let group = api.post("/conversations", body).ok(201)["conversation"].clone();
    assert_eq!(group["isDefault"], false);
    let first = api.conversation(&user);
    assert_eq!(api.get(&format!("/conversations/{first}")).ok(200)["conversation"]["isDefault"], true);
    let path = format!("/conversations/{}", id(&group));
    api.delete(&path).ok(200);
    assert_eq!(ids(&api.get("/conversations?filter[userExternalId]=steve").ok(200)["conversations"]), [first]);
    for (path, what) in [("", "conversation"), ("/messages", "conversation"), ("/participants", "conversation")] {
        api.get(&format!("/conversations/{}{path}", id(&group))).fails(404, "not_found", what);
    }
    api.get("/conversations/none").fails(404, "not_found", "conversation");
}

#[test]
fn an_update_is_all_or_nothing() {
    let api = Api::start();
    let body = json!({"type": "sdkGroup", "displayName": "Old", "metadata": {"a": "x".repeat(3000)}});
    let before = api.post("/conversations", body).ok(201);
    let path = format!("/conversations/{}", id(&before["conversation"]));
    let too_much = json!({"displayName": "New", "metadata": {"b": "y".repeat(2000)}});
    api.patch(&path, too_much).fails(400, "bad_request", "/metadata: ");
    assert_eq!(api.get(&path).ok(200), before);
    assert_eq!(api.patch(&path, json!({"metadata": null})).ok(200)["conversation"]["metadata"], json!({}));
}

#[test]
fn a_refused_conversation_leaves_nothing() {
    let api = Api::start();
    let user = api.user("steve");
    let new_client = |user: &str| json!({"userId": user, "subscribeSDKClient": true});
    let body = json!({"type": "sdkGroup", "participants": [new_client(&user), new_client("none")]});
    api.post("/conversations", body).fails(404, "not_found", "user");
    assert_eq!(api.get("/users/steve/clients").ok(200)["clients"], json!([]));
    assert_eq!(api.get("/conversations?filter[userExternalId]=steve").ok(200)["conversations"], json!([]));
}

#[test]
fn references_are_fetched() {
    let api = Api::start();
    let user = api.user("steve");
    let sue = api.user("sue");
    let path = format!("/conversations/{}/download", api.conversation(&user));
    let data = json!({"data": {"listPicker": {"sections": [1, 2]}}});
    let url = api.sandbox.add_message_ref(data.clone()).expect("a reference");
    assert!(url.starts_with(api.sandbox.base_url()));
    let body = |user: &str, url: &str| {
        let reference = json!({"url": url, "bid": "b", "key": "k", "signature": "s", "owner": "o"});
        json!({"userId": user, "apple": {"interactiveDataRef": reference}})
    };
    assert_eq!(api.post(&path, body(&user, &url)).ok(200), data);
    api.post(&path, body(&user, "https://example.org")).fails(404, "not_found", "/apple/interactiveDataRef/url: ");
    api.post(&path, body("none", &url)).fails(404, "not_found", "user");
    api.post(&path, body(&sue, &url)).fails(400, "bad_request", "/userId: the user is not a participant");
    api.post(&path, json!({"userId": user})).fails(400, "bad_request", "/apple: is required");
    api.post(&path, json!({"apple": {}})).fails(400, "bad_request", "/userId: is required");
    let part = json!({"userId": user, "apple": {"interactiveDataRef": {"url": url}}});
    api.post(&path, part).fails(400, "bad_request", "/apple/interactiveDataRef/bid: is required");
    api.post("/conversations/none/download", body(&user, &url)).fails(404, "not_found", "conversation");
}

#[test]
fn conversion_events_are_counted() {
    let api = Api::start();
    let path = format!("/conversations/{}/conversionEvents", api.group());
    let events = |count: usize| json!({"payload": {"data": vec![json!({"event_name": "Purchase"}); count]}});
    let mut data_sets = std::collections::BTreeSet::new();
    for (channel, count) in [("messenger", 0), ("instagram", 1), ("whatsapp", 3)] {
        let response = api.post(&path, json!({channel: events(count)})).ok(200)["conversionEvents"].clone();
        assert_eq!(response["eventsReceived"], count);
        assert!(data_sets.insert(response["datasetId"].as_str().expect("an id").to_owned()));
    }
    api.post(&path, json!({})).fails(400, "bad_request", "must have exactly one of instagram, messenger, whatsapp");
    let both = json!({"messenger": events(1), "whatsapp": events(1)});
    api.post(&path, both).fails(400, "bad_request", "must have exactly one");
    api.post(&path, json!({"whatsapp": {}})).fails(400, "bad_request", "/whatsapp/payload: is required");
    api.post(&path, json!({"whatsapp": {"payload": {}}})).fails(
        400,
        "bad_request",
        "/whatsapp/payload/data: is required",
    );
    api.post("/conversations/none/conversionEvents", json!({"whatsapp": events(1)})).fails(
        404,
        "not_found",
        "conversation",
    );
}
