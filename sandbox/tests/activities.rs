//! Activities: typing indicators and read receipts.

use crate::common::{Api, is_time, message};
use serde_json::{Value, json};

#[test]
fn who_reads_has_read() {
    let api = Api::start();
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    let path = format!("/conversations/{conversation}/activity");
    let business_last_read =
        || api.get(&format!("/conversations/{conversation}")).ok(200)["conversation"]["businessLastRead"].clone();
    for _ in 0..2 {
        api.message(&conversation, "x");
    }
    let before = api.participant(&conversation);
    assert_eq!((&before["unreadCount"], &before["lastRead"]), (&json!(2), &Value::Null));
    let read = |author: Value| json!({"author": author, "type": "conversation:read"});

    assert_eq!(api.post(&path, read(json!({"type": "business"}))).ok(200), json!({}));
    assert!(is_time(&business_last_read()));
    assert_eq!(api.participant(&conversation), before, "the business has read, the user has not");

    assert_eq!(api.post(&path, read(json!({"type": "user", "userExternalId": "steve"}))).ok(200), json!({}));
    let after = api.participant(&conversation);
    assert_eq!(after["unreadCount"], 0);
    assert!(is_time(&after["lastRead"]));
    api.post(&format!("/conversations/{conversation}/messages"), message("y")).ok(201);
    assert_eq!(api.participant(&conversation)["unreadCount"], 1);
}

#[test]
fn typing_leaves_no_trace() {
    let api = Api::start();
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    let (path, own) = (format!("/conversations/{conversation}"), api.participant(&conversation));
    let before = api.get(&path).ok(200);
    for kind in ["typing:start", "typing:stop"] {
        let body = json!({"author": {"type": "business"}, "type": kind});
        assert_eq!(api.post(&format!("{path}/activity"), body).ok(200), json!({}));
        let body = json!({"author": {"type": "user", "userId": user}, "type": kind});
        api.post(&format!("{path}/activity"), body).fails(400, "bad_request", "/type: must be conversation:read");
    }
    assert_eq!((api.get(&path).ok(200), api.participant(&conversation)), (before, own));
}

#[test]
fn errors_name_the_field() {
    let api = Api::start();
    let user = api.user("steve");
    let sue = api.user("sue");
    let path = format!("/conversations/{}/activity", api.conversation(&user));
    let business = json!({"type": "business"});
    let cases = [
        (json!({"type": "typing:start"}), "/author: is required"),
        (json!({"author": business}), "/type: is required"),
        (json!({"author": business, "type": "sleeping"}), "/type: "),
        (json!({"author": {"type": "bot"}, "type": "typing:start"}), "/author/type: "),
        (json!({"author": {"type": "user"}, "type": "conversation:read"}), "/author: must have exactly one"),
        (
            json!({"author": {"type": "user", "userId": sue}, "type": "conversation:read"}),
            "/author/userId: the user is not",
        ),
    ];
    for (body, place) in cases {
        api.post(&path, body).fails(400, "bad_request", place);
    }
    let body = json!({"author": {"type": "user", "userId": "none"}, "type": "conversation:read"});
    api.post(&path, body).fails(404, "not_found", "user");
    let body = json!({"author": business, "type": "typing:start"});
    api.post("/conversations/none/activity", body).fails(404, "not_found", "conversation");
}
