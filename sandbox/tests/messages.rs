//! Messages of a conversation.

use crate::common;
use crate::common::{Api, id, ids, is_time, message};
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
    let response = api.post(&path, body.clone()).ok(201);
    let message = &response["messages"][0];
    assert_eq!(response["messages"].as_array().map(Vec::len), Some(1));
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
    api.patch("/users/steve", json!({"profile": {"givenName": "Steve"}})).ok(200);
    let unread = || api.get(&path.replace("messages", "participants")).ok(200)["participants"][0].clone();
    api.post(&path, message("one")).ok(201);
    api.post(&path, message("two")).ok(201);
    assert_eq!(unread()["unreadCount"], 2);
    let body = json!({"author": {"type": "user", "userExternalId": "steve"}, "content": {"type": "text", "text": "?"}});
    let message = api.post(&path, body).ok(201)["messages"][0].clone();
    assert_eq!(message["author"], json!({"type": "user", "userId": user, "displayName": "Steve"}));
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
        json!({"type": "location", "coordinates": {"lat": 45.5, "long": -73.6}, "location": {"name": "Home"}}),
        json!({"type": "text", "text": "x", "htmlText": "<b>y</b>", "payload": "p", "blockChatInput": true}),
    ];
    for content in contents {
        let mut posted = post_content(&api, &path, content.clone());
        // The API adds a text for channels without support.
        let fallback = posted.as_object_mut().and_then(|posted| posted.remove("text"));
        assert!(fallback.is_some() || content["type"] != "carousel" && content["type"] != "location");
        let mut content = content;
        content.as_object_mut().map(|content| content.remove("text"));
        assert_eq!(posted, content);
    }
    let form = json!({"type": "form", "fields": [field], "blockChatInput": true, "text": "Please"});
    let response = post_content(&api, &path, form.clone());
    assert_eq!((&response["fields"], &response["submitted"]), (&form["fields"], &json!(false)));
}

#[test]
fn files_and_images_are_described() {
    let (api, _, path) = start();
    let cases = [
        ("https://example.org/a/Photo%20of%20me.PNG?size=1#x", json!("Photo of me.PNG"), json!("image/png")),
        ("https://example.org/report.pdf", json!("report.pdf"), json!("application/pdf")),
        ("https://example.org/unknown.xyz", json!("unknown.xyz"), Value::Null),
        ("https://example.org", Value::Null, Value::Null),
    ];
    for (url, alt_text, media_type) in cases {
        for kind in ["file", "image"] {
            let content = post_content(&api, &path, json!({"type": kind, "mediaUrl": url}));
            assert_eq!((&content["mediaUrl"], &content["altText"]), (&json!(url), &alt_text));
            assert_eq!(content["mediaType"], media_type);
        }
    }
    let own = json!({"type": "image", "mediaUrl": "https://example.org/x.png", "altText": "mine", "text": "t"});
    let content = post_content(&api, &path, own);
    assert_eq!((&content["altText"], &content["text"]), (&json!("mine"), &json!("t")));
}

#[test]
fn text_is_derived_from_html_and_markdown() {
    let (api, _, path) = start();
    let markdown = post_content(&api, &path, json!({"type": "text", "markdownText": "# a < b"}));
    assert_eq!(markdown, json!({"type": "text", "text": "# a < b", "htmlText": "<p># a &lt; b</p>"}));
    let html = post_content(&api, &path, json!({"type": "text", "htmlText": "<p>a &lt; b</p>"}));
    assert_eq!(html, json!({"type": "text", "text": "a < b", "htmlText": "<p>a &lt; b</p>"}));
    let both = post_content(&api, &path, json!({"type": "text", "markdownText": "*x*", "text": "plain"}));
    assert_eq!(both, json!({"type": "text", "text": "plain", "htmlText": "<p>*x*</p>"}));
    let image = json!({"type": "image", "mediaUrl": "https://example.org/x", "htmlText": "<b>x</b>"});
    assert_eq!(post_content(&api, &path, image)["text"], "x");
}

#[test]
fn a_form_and_the_response_to_it() {
    let (api, user, path) = start();
    let option = |name: &str| json!({"name": name, "label": name.to_uppercase()});
    let fields = json!([
        {"type": "text", "name": "name", "label": "Name", "minSize": 1, "maxSize": 30},
        {"type": "email", "name": "email", "label": "Email"},
        {"type": "select", "name": "size", "label": "Size", "options": [option("s"), option("m")]},
    ]);
    let form = json!({"author": {"type": "business"}, "content": {"type": "form", "fields": fields}});
    let form = api.post(&path, form).ok(201)["messages"][0].clone();
    let responses = json!([
        {"type": "text", "name": "name", "label": "Name", "text": "Steve", "quotedMessageId": form["id"]},
        {"type": "email", "name": "email", "label": "Email", "email": "s@example.org", "quotedMessageId": form["id"]},
        {"type": "select", "name": "size", "label": "Size", "select": [option("s"), option("m")]},
    ]);
    let conversation = path.split('/').nth(2).expect("an ID");
    let simulate = format!("apps/{}/simulate", api.sandbox.app_id());
    let post = |fields: &Value| {
        let action = json!({"type": "message", "content": {"type": "formResponse", "fields": fields}});
        let event = json!({"type": "userAction", "user": user, "conversation": conversation, "action": action});
        api.control("POST", &simulate, event)
    };
    for author in [json!({"type": "business"}), json!({"type": "user", "userId": user})] {
        let body = json!({"author": author, "content": {"type": "formResponse", "fields": responses}});
        api.post(&path, body).fails(400, "bad_request", "/content/type: formResponse is only sent by end users");
    }
    let unquoted = json!([{"type": "text", "name": "name", "label": "Name", "text": "Steve"}]);
    post(&unquoted).fails(400, "bad_request", "/content/fields/0/quotedMessageId: is required");
    let mut wrong = responses.clone();
    wrong[1]["quotedMessageId"] = json!("none");
    post(&wrong).fails(400, "bad_request", "/content/fields/1/quotedMessageId: ");
    let another = json!({"author": {"type": "business"}, "content": {"type": "form", "fields": fields}});
    let another = api.post(&path, another).ok(201)["messages"][0].clone();
    wrong[1]["quotedMessageId"] = another["id"].clone();
    post(&wrong).fails(400, "bad_request", "/content/fields/1/quotedMessageId: ");
    wrong[1] = json!({"type": "email", "name": "email", "label": "Email"});
    post(&wrong).fails(400, "bad_request", "/content/fields/1/email: is required");
    wrong = responses.clone();
    wrong[0]["name"] = json!("other");
    post(&wrong).fails(400, "bad_request", "/content/fields/0/name: the form doesn't have a field");
    wrong = responses.clone();
    wrong[2]["select"][1]["name"] = json!("xxl");
    post(&wrong).fails(400, "bad_request", "/content/fields/2/select/1/name: the form doesn't have an option");
    assert_eq!(api.get(&path).ok(200)["messages"], json!([form, another]), "a rejected response submits nothing");

    let message = post(&responses).ok(200)["messageId"].clone();
    let response = api.get(&path).ok(200)["messages"][2].clone();
    assert_eq!(response["id"], message);
    assert_eq!(response["content"]["textFallback"], "Name: Steve\nEmail: s@example.org\nSize: S, M");
    assert!(response["content"]["fields"][0].get("quotedMessageId").is_none());
    assert_eq!(response["content"]["fields"][0]["text"], "Steve");
    let mut submitted = form;
    submitted["content"]["submitted"] = json!(true);
    assert_eq!(response["quotedMessage"], json!({"type": "message", "message": submitted}));
    post(&responses).fails(
        400,
        "bad_request",
        "/content/fields/0/quotedMessageId: the form has already been submitted",
    );
    assert_eq!(api.get(&path).ok(200)["messages"], json!([submitted, another, response]));
}

#[test]
fn templates_are_whatsapps() {
    let (api, _, path) = start();
    let content = json!({"type": "template", "template": {"name": "x", "deep": {"a": [1]}}});
    let mut body = json!({"author": {"type": "business"}, "content": content, "schema": "whatsapp"});
    assert_eq!(api.post(&path, body.clone()).ok(201)["messages"][0]["content"], content);
    body["schema"] = json!("telegram");
    api.post(&path, body.clone()).fails(400, "bad_request", "/schema: must be whatsapp");
    body.as_object_mut().expect("an object").remove("schema");
    api.post(&path, body).fails(400, "bad_request", "/schema: must be whatsapp");
    let mut body = message("x");
    body["schema"] = json!("whatsapp");
    api.post(&path, body).fails(400, "bad_request", "/content/type: must be template");
}

#[test]
fn overrides_are_sent_and_not_shown() {
    let (api, _, path) = start();
    for channel in ["apple", "line", "messenger", "whatsapp"] {
        let mut body = message("x");
        body["override"] = json!({channel: {"payload": {"any": {"thing": [1]}}}});
        assert!(api.post(&path, body.clone()).ok(201)["messages"][0].get("override").is_none());
        body["override"] = json!({channel: {"payload": 5}});
        api.post(&path, body).fails(400, "bad_request", &format!("/override/{channel}/payload: "));
    }
    let mut body = message("x");
    body["override"] = json!({"apple": {"payload": {}, "withCapabilities": ["DANCE"]}});
    api.post(&path, body).fails(400, "bad_request", "/override/apple/withCapabilities/0: ");
}

#[test]
fn a_destination_is_a_channel_of_the_user() {
    let (api, user, path) = start();
    let conversation = path.split('/').nth(2).expect("an id").to_owned();
    let to = |name: &str, value: &str| {
        let mut body = message("x");
        body["destination"] = json!({name: value});
        body
    };
    api.post(&path, to("integrationType", "none")).ok(201);
    api.post(&path, to("integrationType", "whatsapp")).fails(400, "bad_request", "/destination/integrationType: ");
    let client = api.client(&user, &conversation);
    let integration = client["integrationId"].as_str().expect("an id");
    api.post(&path, to("integrationType", "whatsapp")).ok(201);
    api.post(&path, to("integrationId", integration)).ok(201);
    api.post(&path, to("integrationId", "other")).fails(400, "bad_request", "/destination/integrationId: ");
    api.post(&path, to("integrationType", "web")).fails(400, "bad_request", "/destination/integrationType: ");
    let elsewhere = api.conversation(&user);
    let other = format!("/conversations/{elsewhere}/messages");
    api.post(&other, to("integrationType", "whatsapp")).fails(400, "bad_request", "/destination/integrationType: ");

    let mut body = to("integrationType", "none");
    body["author"] = json!({"type": "user", "userId": user});
    api.post(&path, body).fails(400, "bad_request", "/destination: requires an author of type business");
    let group = format!("/conversations/{}/messages", api.group());
    api.post(&group, to("integrationType", "none")).fails(400, "bad_request", "/destination: requires a conversation");
    api.post(
        &path,
        json!({"author": {"type": "business"}, "content": {"type": "text", "text": "x"}, "destination": {}}),
    )
    .fails(400, "bad_request", "/destination: must have exactly one");
}

#[test]
fn an_sdk_client_matches_all_sdks() {
    let api = Api::start();
    let user = api.user("steve");
    let body = json!({"type": "personal", "participants": [{"userId": user, "subscribeSDKClient": true}]});
    let conversation = id(&api.post("/conversations", body).ok(201)["conversation"]);
    for (kind, status) in [("web", 201), ("ios", 201), ("android", 201), ("unity", 201), ("sdk", 201), ("line", 400)] {
        let mut body = message("x");
        body["destination"] = json!({"integrationType": kind});
        assert_eq!(api.post(&format!("/conversations/{conversation}/messages"), body).status, status, "{kind}");
    }
}

#[test]
fn authors_are_introduced() {
    let api = Api::start();
    let profile = json!({"givenName": "Steve", "surname": "Doe", "avatarUrl": "https://example.org/a.png"});
    let body = json!({"externalId": "steve", "brandId": "9477", "profile": profile});
    let user = id(&api.post("/users", body).ok(201)["user"]);
    let path = format!("/conversations/{}/messages", api.conversation(&user));
    let post = |author: Value| api.post(&path, json!({"author": author, "content": {"type": "text", "text": "x"}}));
    let steve = json!({"type": "user", "userExternalId": "steve", "brandId": "9477"});
    let expected =
        json!({"type": "user", "userId": user, "displayName": "Steve Doe", "avatarUrl": profile["avatarUrl"]});
    assert_eq!(post(steve.clone()).ok(201)["messages"][0]["author"], expected);
    let named = json!({"type": "user", "userId": user, "displayName": "Stevie"});
    assert_eq!(post(named).ok(201)["messages"][0]["author"]["displayName"], "Stevie");
    post(json!({"type": "user", "userExternalId": "steve"})).fails(404, "not_found", "user");

    let ai = json!({"type": "business", "subtypes": ["AI"]});
    assert_eq!(post(ai.clone()).ok(201)["messages"][0]["author"], ai);
    for subtypes in [json!(["agent"]), json!(["bot"])] {
        let author = json!({"type": "business", "subtypes": subtypes});
        post(author).fails(400, "bad_request", "/author/subtypes/0: read-only");
    }
    let author = json!({"type": "user", "userId": user, "subtypes": ["AI"]});
    post(author).fails(400, "bad_request", "/author/subtypes/0: requires an author of type business");
    post(json!({"type": "business", "subtypes": ["robot"]})).fails(400, "bad_request", "/author/subtypes/0: ");
}

#[test]
fn a_message_that_its_sender_took_back_leaves_a_placeholder() {
    let (api, _, path) = start();
    let conversation = path.split('/').nth(2).expect("an id");
    let posted = api.message(conversation, "secret");
    assert!(posted.get("deleted").is_none());
    assert!(api.sandbox.unsend_message(conversation, "none").is_err());
    assert!(api.sandbox.unsend_message("none", &id(&posted)).is_err());
    api.sandbox.unsend_message(conversation, &id(&posted)).expect("done");
    let left = api.get(&path).ok(200)["messages"][0].clone();
    assert_eq!((&left["id"], &left["deleted"]), (&posted["id"], &json!(true)));
    assert!(!left.to_string().contains("secret"));
}

#[test]
fn errors_in_a_message_name_the_field() {
    let (api, _, path) = start();
    let sue = api.user("sue");
    let field = |kind: &str| json!({"type": kind, "name": "n", "label": "L"});
    let (mut twice, mut narrow) = (field("select"), field("text"));
    twice["options"] = json!([{"name": "o", "label": "1"}, {"name": "o", "label": "2"}]);
    (narrow["minSize"], narrow["maxSize"]) = (json!(20), json!(10));
    let uri = "https://example.org";
    let view = json!({"type": "webview", "text": "x", "uri": uri, "fallback": uri, "openOnReceive": true});
    let view = json!({"title": "x", "actions": [view]});
    let contents = [
        (json!({"text": "x"}), "/content/type: is required"),
        (json!({"type": "telex"}), "/content/type: "),
        (json!({"type": "text"}), "/content/text: "),
        (json!({"type": "text", "text": "x".repeat(4097)}), "/content/text: "),
        (json!({"type": "text", "htmlText": "x", "markdownText": "x"}), "/content/markdownText: "),
        (json!({"type": "image"}), "/content/mediaUrl: is required"),
        (json!({"type": "file"}), "/content/mediaUrl: is required"),
        (json!({"type": "template"}), "/content/template: is required"),
        (json!({"type": "text", "markdownText": "<".repeat(2000)}), "/content/markdownText: as HTML longer"),
        (json!({"type": "text", "htmlText": "x".repeat(4097)}), "/content/htmlText: "),
        (json!({"type": "form", "fields": []}), "/content/fields: "),
        (json!({"type": "form", "fields": [field("text"), field("text")]}), "/content/fields/1/name: must be unique"),
        (json!({"type": "form", "fields": [field("select")]}), "/content/fields/0/options: is required"),
        (json!({"type": "form", "fields": [twice]}), "/content/fields/0/options/1/name: must be unique"),
        (json!({"type": "form", "fields": [narrow]}), "/content/fields/0/minSize: is larger"),
        (json!({"type": "form", "fields": [field("date")]}), "/content/fields/0/type: "),
        (json!({"type": "list", "items": [view, view]}), "/content/actions: only one"),
        (
            json!({"type": "text", "text": "x", "actions": [{"type": "dance", "text": "x"}]}),
            "/content/actions/0/type: ",
        ),
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

#[test]
fn links_can_not_run_scripts() {
    let api = Api::start();
    let path = format!("/conversations/{}/messages", api.conversation(&api.user("steve")));
    let post = |content: Value| api.post(&path, json!({"author": {"type": "business"}, "content": content}));
    let link = |uri: &str| json!({"type": "link", "text": "See", "uri": uri});
    let text = |action: Value| json!({"type": "text", "text": "Well?", "actions": [action]});
    for uri in ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x"] {
        post(text(link(uri))).fails(400, "bad_request", "/content/actions/0/uri: must not be a");
    }
    let webview = json!({"type": "webview", "text": "See", "uri": "https://b.example", "fallback": "javascript:x"});
    post(text(webview)).fails(400, "bad_request", "/content/actions/0/fallback: ");
    let item = json!({"title": "Rye", "actions": [link("https://b.example"), link("javascript:x")]});
    post(json!({"type": "carousel", "items": [item]})).fails(400, "bad_request", "/content/items/0/actions/1/uri: ");
    for uri in ["https://b.example", "mailto:a@b.example", "tel:+15145550100", "bakery://menu", "/menu"] {
        post(text(link(uri))).ok(201);
    }
    // Also in shorthand.
    api.post(&path, common::message("%[See](javascript:alert)")).fails(400, "bad_request", "javascript");
}
