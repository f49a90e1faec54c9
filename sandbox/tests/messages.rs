//! Messages of a conversation.

mod common;

use common::{Api, id, ids, is_time, message};
use serde_json::{Value, json};

fn start() -> (Api, String, String) {
    let api = Api::start();
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    let path = format!("/conversations/{conversation}/messages");
    (api, user, path)
}

fn post_content(api: &Api, path: &str, content: Value) -> Value {
    api.post(path, json!({"author": {"type": "business"}, "content": content})).ok(201)["messages"][0]["content"]
        .clone()
}

#[test]
fn post_from_the_business() {
    let (api, _, path) = start();
    let mut body = message("Hello!");
    body["author"]["displayName"] = json!("Ada");
    body["metadata"] = json!({"lang": "en"});
    body["destination"] = json!({"integrationType": "none"});
    let answer = api.post(&path, body.clone()).ok(201);
    let message = &answer["messages"][0];
    assert_eq!(answer["messages"].as_array().map(Vec::len), Some(1));
    for key in ["author", "content", "metadata"] {
        assert_eq!(message[key], body[key], "{key}");
    }
    assert!(is_time(&message["received"]));
    assert_eq!(message["source"], json!({"type": "api"}));
    assert_eq!(api.get(&path).ok(200)["messages"], json!([message]));
}

#[test]
fn post_from_a_user_counts_as_read_by_them() {
    let (api, user, path) = start();
    let unread = || api.get(&path.replace("messages", "participants")).ok(200)["participants"][0].clone();
    api.post(&path, message("one")).ok(201);
    api.post(&path, message("two")).ok(201);
    assert_eq!(unread()["unreadCount"], 2);
    let body = json!({"author": {"type": "user", "userExternalId": "steve"}, "content": {"type": "text", "text": "?"}});
    let message = api.post(&path, body).ok(201)["messages"][0].clone();
    assert_eq!(message["author"], json!({"type": "user", "userId": user}));
    assert_eq!((&unread()["unreadCount"], &unread()["lastRead"]), (&json!(0), &message["received"]));
    let conversation = api.get(path.trim_end_matches("/messages")).ok(200);
    assert_eq!(conversation["conversation"]["lastUpdatedAt"], message["received"]);
}

#[test]
fn every_kind_of_content() {
    let (api, _, path) = start();
    let url = "https://example.org/x.png";
    let link = json!({"type": "link", "text": "Go", "uri": url});
    let item = json!({"title": "One", "actions": [link, {"type": "postback", "text": "P", "payload": "p"}]});
    let field = json!({"type": "text", "name": "n", "label": "L", "text": "t"});
    let contents = [
        json!({"type": "text", "actions": [{"type": "buy", "text": "Buy", "amount": 1000}]}),
        json!({"type": "carousel", "items": [item], "displaySettings": {"imageAspectRatio": "square"}}),
        json!({"type": "list", "items": [item]}),
        json!({"type": "file", "mediaUrl": url, "altText": "x"}),
        json!({"type": "image", "mediaUrl": url, "htmlText": "<b>x</b>"}),
        json!({"type": "form", "fields": [field], "blockChatInput": true}),
        json!({"type": "formResponse", "fields": [field]}),
        json!({"type": "location", "coordinates": {"lat": 45.5, "long": -73.6}}),
        json!({"type": "template", "template": {"name": "x", "deep": {"a": [1]}}}),
    ];
    for content in contents {
        assert_eq!(post_content(&api, &path, content.clone()), content);
    }
}

#[test]
fn what_only_requests_have_is_not_answered() {
    let (api, _, path) = start();
    let markdown = post_content(&api, &path, json!({"type": "text", "markdownText": "# a < b"}));
    assert_eq!(markdown, json!({"type": "text", "text": "# a < b", "htmlText": "<p># a &lt; b</p>"}));
    let field = json!({"type": "text", "name": "n", "label": "L", "text": "t", "quotedMessageId": "x"});
    let form = post_content(&api, &path, json!({"type": "formResponse", "fields": [field]}));
    assert!(form["fields"][0].get("quotedMessageId").is_none());
}

#[test]
fn what_is_wrong_in_a_message_is_named() {
    let (api, _, path) = start();
    let sue = api.user("sue");
    let contents = [
        (json!({"text": "x"}), "/content/type: is required"),
        (json!({"type": "telex"}), "/content/type: "),
        (json!({"type": "text"}), "/content/text: "),
        (json!({"type": "text", "text": "x".repeat(4097)}), "/content/text: "),
        (json!({"type": "text", "htmlText": "x", "markdownText": "x"}), "/content/markdownText: "),
        (json!({"type": "image"}), "/content/mediaUrl: is required"),
        (
            json!({"type": "image", "mediaUrl": "https://example.org/x", "mediaSize": 5}),
            "/content/mediaSize: is read-only",
        ),
        (json!({"type": "carousel", "items": []}), "/content/items: "),
        (
            json!({"type": "carousel", "items": [{"title": "x", "actions": [{"type": "link", "text": "x"}]}]}),
            "/content/items/0/actions/0/uri: is required",
        ),
        (
            json!({"type": "list", "items": [{"title": "x", "actions": [{"type": "reply", "text": "x", "payload": "x"}]}]}),
            "/content/items/0/actions/0/type: ",
        ),
        (json!({"type": "location", "coordinates": {"lat": "x", "long": 1}}), "/content/coordinates/lat: "),
    ];
    for (content, place) in contents {
        let body = json!({"author": {"type": "business"}, "content": content});
        api.post(&path, body).fails(400, "bad_request", place);
    }
    let authors = [
        (json!({"type": "bot"}), "/author/type: "),
        (json!({"type": "user"}), "/author: must have exactly one"),
        (json!({"type": "business", "userId": sue}), "/author/userId: "),
        (json!({"type": "user", "userId": sue}), "/author/userId: the user is not a participant"),
        (json!({"type": "business", "avatarUrl": null}), "/author/avatarUrl: "),
    ];
    for (author, place) in authors {
        let body = json!({"author": author, "content": {"type": "text", "text": "x"}});
        api.post(&path, body).fails(400, "bad_request", place);
    }
    let mut body = message("x");
    body["destination"] = json!({"integrationId": "x", "integrationType": "y"});
    api.post(&path, body.clone()).fails(400, "bad_request", "/destination: ");
    body["destination"] = json!({"integrationId": 5});
    api.post(&path, body.clone()).fails(400, "bad_request", "/destination/integrationId: ");
    body["destination"] = json!({"integrationId": "x"});
    body["override"] = json!({"whatsapp": {"payload": 5}});
    api.post(&path, body).fails(400, "bad_request", "/override/whatsapp/payload: ");
    api.post("/conversations/none/messages", message("x")).fails(404, "not_found", "conversation");
}

#[test]
fn pages_start_at_the_end_and_have_one_size() {
    let (api, _, path) = start();
    let posted: Vec<String> =
        (0..230).map(|n| id(&api.post(&path, message(&n.to_string())).ok(201)["messages"][0])).collect();
    let newest = api.get(&format!("{path}?page[size]=7")).ok(200);
    assert_eq!(ids(&newest["messages"]), posted[130..]);
    assert_eq!((&newest["meta"]["hasMore"], newest["meta"].get("afterCursor")), (&json!(true), None));

    let (mut seen, mut page) = (ids(&newest["messages"]), newest);
    while page["meta"]["hasMore"] == true {
        page = api.call("GET", page["links"]["prev"].as_str().expect("a link"), None).ok(200);
        seen.splice(0..0, ids(&page["messages"]));
    }
    assert_eq!(seen, posted);

    let later = api.get(&format!("{path}?page[after]={}", posted[9])).ok(200);
    assert_eq!((ids(&later["messages"]), &later["meta"]["hasMore"]), (posted[10..110].to_vec(), &json!(true)));
}

#[test]
fn delete_one_and_all() {
    let (api, _, path) = start();
    let posted: Vec<String> = (0..3).map(|_| id(&api.post(&path, message("x")).ok(201)["messages"][0])).collect();
    assert_eq!(api.delete(&format!("{path}/{}", posted[1])).ok(200), json!({}));
    assert_eq!(ids(&api.get(&path).ok(200)["messages"]), [posted[0].clone(), posted[2].clone()]);
    api.delete(&format!("{path}/{}", posted[1])).fails(404, "not_found", "message");
    assert_eq!(api.delete(&path).ok(200), json!({}));
    assert_eq!(api.get(&path).ok(200), json!({"messages": [], "meta": {"hasMore": false}, "links": {}}));
    api.delete("/conversations/none/messages").fails(404, "not_found", "conversation");
    api.get("/conversations/none/messages").fails(404, "not_found", "conversation");
    api.delete("/conversations/none/messages/none").fails(404, "not_found", "conversation");
}
