//! Conversations and their participants.

mod common;

use common::{Api, id, ids, is_time};
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
fn what_is_wrong_in_a_new_conversation_is_named() {
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
fn join_list_leave() {
    let api = Api::start();
    let group = api.group();
    let path = |last: &str| format!("/conversations/{group}/{last}");
    let mut joined = Vec::new();
    for name in ["a", "b", "c", "d"] {
        api.user(name);
        let wish = json!({"userExternalId": name, "subscribeSDKClient": name == "a"});
        joined.push(api.post(&path("join"), wish).ok(201)["participant"].clone());
    }
    assert_eq!((&joined[0]["userExternalId"], &joined[0]["unreadCount"]), (&json!("a"), &json!(0)));
    let client = api.get("/users/a/clients").ok(200)["clients"][0].clone();
    assert_eq!(joined[0]["clientAssociations"], json!([{"type": "sdk", "clientId": client["id"]}]));
    assert_eq!(joined[1]["clientAssociations"], json!([]));
    assert_eq!(api.get(&path("participants")).ok(200)["participants"], json!(joined));
    let page = api.get(&path(&format!("participants?page[before]={}&page[size]=1", id(&joined[2])))).ok(200);
    assert_eq!((&page["participants"], &page["meta"]["hasMore"]), (&json!([joined[1]]), &json!(true)));

    api.post(&path("leave"), json!({"userExternalId": "a"})).ok(200);
    api.post(&path("leave"), json!({"userId": joined[1]["userId"]})).ok(200);
    api.post(&path("leave"), json!({"participantId": joined[2]["id"]})).ok(200);
    assert_eq!(ids(&api.get(&path("participants")).ok(200)["participants"]), [id(&joined[3])]);
    api.post(&path("leave"), json!({"userExternalId": "a"})).fails(404, "not_found", "participant");
    api.post(&path("leave"), json!({"userExternalId": "z"})).fails(404, "not_found", "user");
    api.post(&path("leave"), json!({})).fails(400, "bad_request", "must have exactly one");
    api.post(&path("leave"), json!({"userId": 5})).fails(400, "bad_request", "/userId: ");
}

#[test]
fn who_cannot_join() {
    let api = Api::start();
    let user = api.user("steve");
    let (personal, group) = (api.conversation(&user), api.group());
    let wish = json!({"userId": user, "subscribeSDKClient": false});
    api.post(&format!("/conversations/{personal}/join"), wish.clone()).fails(400, "bad_request", "sdkGroup");
    let join = format!("/conversations/{group}/join");
    api.post(&join, json!({"userId": user})).fails(400, "bad_request", "/subscribeSDKClient: ");
    api.post(&join, json!({"subscribeSDKClient": false})).fails(400, "bad_request", "body: must have exactly one");
    api.post(&join, wish.clone()).ok(201);
    api.post(&join, wish).fails(400, "bad_request", "already");
    api.post("/conversations/none/join", json!({"userId": user})).fails(404, "not_found", "conversation");
    api.get("/conversations/none/participants").fails(404, "not_found", "conversation");
}
