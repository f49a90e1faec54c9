//! Participants of conversations.

use crate::common::{Api, id, ids};
use serde_json::{Value, json};

#[test]
fn join_list_leave() {
    let api = Api::start();
    let group = api.group();
    let path = |last: &str| format!("/conversations/{group}/{last}");
    let mut joined = Vec::new();
    for name in ["a", "b", "c", "d"] {
        api.user(name);
        let new_client = json!({"userExternalId": name, "subscribeSDKClient": name == "a"});
        joined.push(api.post(&path("join"), new_client).ok(201)["participant"].clone());
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
    let new_client = json!({"userId": user, "subscribeSDKClient": false});
    api.post(&format!("/conversations/{personal}/join"), new_client.clone()).fails(400, "bad_request", "sdkGroup");
    let join = format!("/conversations/{group}/join");
    api.post(&join, json!({"userId": user})).fails(400, "bad_request", "/subscribeSDKClient: ");
    api.post(&join, json!({"subscribeSDKClient": false})).fails(400, "bad_request", "body: must have exactly one");
    api.post(&join, new_client.clone()).ok(201);
    api.post(&join, new_client).fails(400, "bad_request", "already");
    api.post("/conversations/none/join", json!({"userId": user})).fails(404, "not_found", "conversation");
    api.get("/conversations/none/participants").fails(404, "not_found", "conversation");
}

#[test]
fn a_personal_conversation_cannot_be_left() {
    let api = Api::start();
    let user = api.user("steve");
    let path = format!("/conversations/{}/leave", api.conversation(&user));
    api.post(&path, json!({"userId": user})).fails(400, "bad_request", "sdkGroup");
    api.post("/conversations/none/leave", json!({"userId": user})).fails(404, "not_found", "conversation");
}

#[test]
fn the_limit_is_for_the_participants_that_a_group_begins_with() {
    let api = Api::start();
    let users: Vec<String> = (0..12).map(|n| api.user(&n.to_string())).collect();
    let wishes = |count: usize| -> Value {
        users[..count].iter().map(|user| json!({"userId": user, "subscribeSDKClient": false})).collect()
    };
    let create = |count: usize| api.post("/conversations", json!({"type": "sdkGroup", "participants": wishes(count)}));
    create(11).fails(400, "bad_request", "/participants: ");
    let group = id(&create(10).ok(201)["conversation"]);
    users[10..].iter().for_each(|user| drop(api.join(&group, user)));
    let path = format!("/conversations/{group}/participants");
    let page = api.get(&format!("{path}?page[size]=5")).ok(200);
    let rest = api.call("GET", page["links"]["next"].as_str().expect("a link"), None).ok(200);
    let last = api.call("GET", rest["links"]["next"].as_str().expect("a link"), None).ok(200);
    let of = |page: &Value| -> Vec<Value> {
        page["participants"].as_array().expect("a list").iter().map(|own| own["userId"].clone()).collect()
    };
    assert_eq!(json!([of(&page), of(&rest), of(&last)].concat()), json!(users));
    assert_eq!(last["meta"]["hasMore"], false);
    let two = json!({"type": "personal", "participants": wishes(2)});
    api.post("/conversations", two).fails(400, "bad_request", "/participants: must have exactly one participant");
}

#[test]
fn who_left_may_join_again() {
    let api = Api::start();
    let user = api.user("steve");
    let group = api.group();
    let first = api.join(&group, &user);
    api.post(&format!("/conversations/{group}/leave"), json!({"userId": user})).ok(200);
    assert_eq!(api.get("/conversations?filter[userExternalId]=steve").ok(200)["conversations"], json!([]));
    let second = api.join(&group, &user);
    assert_ne!(first["id"], second["id"]);
    assert_eq!(ids(&api.get("/conversations?filter[userExternalId]=steve").ok(200)["conversations"]), [group]);
}
