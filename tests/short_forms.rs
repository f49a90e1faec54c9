//! Short forms: conversions of text and enums to models, methods that find a value in a model, and text of any type as an
//! argument.

#![allow(noop_method_call, reason = "text of each type is cloned, also borrowed text")]

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use crate::support::server::Server;
use serde_json::json;
use sunshine_conversations::models::*;
use sunshine_conversations::webhook::Receiver;
use sunshine_conversations::{
    ApiClient, Credentials, Json, JwtSigner, Secret, SecretUrl, Time, Upload, oauth, serde_json,
};

fn to_json(value: &impl serde::Serialize) -> serde_json::Value {
    serde_json::to_value(value).unwrap()
}

#[test]
fn a_message_is_made_from_an_author_type_and_text() {
    let expected = MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text("Hello!"));
    let owned = "Hello!".to_owned();
    for message in [
        MessagePost::new(AuthorType::Business, "Hello!"),
        MessagePost::new(AuthorType::Business, &owned),
        MessagePost::new(AuthorType::Business, owned.clone()),
        MessagePost::new(AuthorType::Business, Cow::Borrowed("Hello!")),
        MessagePost::new(AuthorType::Business, TextMessage::from("Hello!")),
        MessagePost::new(Author::from(AuthorType::Business), Content::from("Hello!")),
    ] {
        assert_eq!(message, expected);
    }
    assert_eq!(
        to_json(&expected),
        json!({"author": {"type": "business"}, "content": {"type": "text", "text": "Hello!"}})
    );
    let buttons = TextMessage::from("Which one?").with_actions([Action::from(Reply::new("This", "this"))]);
    assert_eq!((buttons.text.as_deref(), buttons.actions.unwrap().len()), (Some("Which one?"), 1));
    let activity = ActivityPost::new(AuthorType::User, ActivityType::TypingStart);
    assert!(activity.author.is_user() && !activity.author.is_business());
}

#[test]
fn authors_have_a_type() {
    let author = |kind: &str| serde_json::from_value::<AuthorWebhook>(json!({"type": kind})).unwrap();
    assert!(author("user").is_user() && !author("user").is_business());
    assert!(author("business").is_business() && !author("business").is_user());
    assert!(!author("bot").is_business() && !author("bot").is_user() && author("bot").type_ == "bot");
}

#[test]
fn messages_have_text() {
    let text = |content: serde_json::Value| {
        let message: Message = serde_json::from_value(json!({"id": "m", "content": content})).unwrap();
        let webhook: MessageWebhook = serde_json::from_value(json!({"id": "m", "content": content})).unwrap();
        assert_eq!(message.text(), webhook.text());
        message.text().map(str::to_owned)
    };
    assert_eq!(text(json!({"type": "text", "text": "Hi"})).as_deref(), Some("Hi"));
    assert_eq!(text(json!({"type": "image", "mediaUrl": "u", "text": "Look"})).as_deref(), Some("Look"));
    assert_eq!(text(json!({"type": "file", "mediaUrl": "u"})), None);
    // Text that the API made for channels without support for the content.
    assert_eq!(text(json!({"type": "location", "coordinates": {"lat": 1, "long": 2}, "text": "Shared"})), None);
    assert_eq!(text(json!({"type": "poem", "text": "Roses"})), None);
    assert_eq!(text(json!(null)), None);
    assert_eq!(MessagePost::new(AuthorType::Business, "Hi").text(), Some("Hi"));
}

fn event(kind: &str, payload: serde_json::Value) -> Event {
    serde_json::from_value(json!({"id": "e", "type": kind, "createdAt": "2026-01-01T00:00:00Z", "payload": payload}))
        .unwrap()
}

#[test]
fn events_have_a_message() {
    let message =
        json!({"id": "m1", "author": {"type": "user", "userId": "u1"}, "content": {"type": "text", "text": "Hi"}});
    let posted = event("conversation:message", json!({"conversation": {"id": "c1"}, "message": message}));
    let found: &MessageWebhook = posted.message().unwrap();
    assert_eq!((found.id.as_str(), found.text()), ("m1", Some("Hi")));
    assert_eq!(event("conversation:message", json!({})).message(), None);
    // Only the ID of a message.
    let delivered = event("conversation:message:delivery:user", json!({"message": {"id": "m2"}}));
    assert_eq!((delivered.message(), delivered.message_id().as_deref().map(MessageId::as_str)), (None, Some("m2")));
}

/// The IDs of an event: client, conversation, message and user.
fn ids(event: &Event) -> [Option<String>; 4] {
    [
        event.client_id().map(|id| id.to_string()),
        event.conversation_id().map(|id| id.to_string()),
        event.message_id().map(|id| id.to_string()),
        event.user_id().map(|id| id.to_string()),
    ]
}

fn some<const N: usize>(ids: [&str; N]) -> [Option<String>; N] {
    ids.map(|id| Some(id.to_owned()).filter(|id| !id.is_empty()))
}

#[test]
fn events_have_ids() {
    let conversation = json!({"id": "c1"});
    let source = json!({"type": "web", "client": {"id": "k1"}});
    let author = json!({"type": "user", "userId": "u1", "user": {"id": "u2"}});
    for (kind, payload, expected) in [
        (
            "conversation:message",
            json!({"conversation": conversation, "message": {"id": "m1", "author": author, "source": source}}),
            ["k1", "c1", "m1", "u1"],
        ),
        (
            "conversation:message",
            json!({"conversation": conversation, "message": {"id": "m1", "author": {"type": "user", "user": {"id": "u2"}}}}),
            ["", "c1", "m1", "u2"],
        ),
        // A message of the business that quotes one of a user.
        (
            "conversation:message",
            json!({"conversation": conversation, "message": {
                "id": "m1", "author": {"type": "business"},
                "quotedMessage": {"type": "message", "message": {"id": "m0", "author": {"type": "user", "userId": "u1"}}},
            }}),
            ["", "c1", "m1", ""],
        ),
        (
            "conversation:read",
            json!({"conversation": conversation, "activity": {"type": "conversation:read", "author": author, "source": source}}),
            ["k1", "c1", "", "u1"],
        ),
        ("conversation:join", json!({"conversation": conversation, "user": {"id": "u1"}}), ["", "c1", "", "u1"]),
        (
            "conversation:postback",
            json!({"conversation": conversation, "user": {"id": "u1"}, "postback": {"payload": "p"}, "source": source}),
            ["k1", "c1", "", "u1"],
        ),
        (
            "conversation:message:delivery:channel",
            json!({"conversation": conversation, "user": {"id": "u1"}, "message": {"id": "m1"}}),
            ["", "c1", "m1", "u1"],
        ),
        ("client:add", json!({"client": {"id": "k1"}, "user": {"id": "u1"}}), ["k1", "", "", "u1"]),
        (
            "client:add",
            json!({"client": {"id": "k1"}, "source": {"client": {"id": "k2"}}, "conversation": {}}),
            ["k1", "", "", ""],
        ),
        ("switchboard:passControl", json!({"conversation": conversation}), ["", "c1", "", ""]),
        ("user:remove", json!({"user": {"id": "u1"}}), ["", "", "", "u1"]),
        // Two users.
        ("user:merge", json!({"mergedUsers": {"surviving": {"id": "u1"}, "discarded": {"id": "u2"}}}), [""; 4]),
        // A type of event that this version doesn't know.
        (
            "conversation:archive",
            json!({"conversation": conversation, "user": {"id": "u1"}, "message": {"id": "m1"}, "client": {"id": "k1"}}),
            ["k1", "c1", "m1", "u1"],
        ),
        ("conversation:archive", json!({"conversation": {"id": 7}, "user": {"id": ""}, "message": null}), [""; 4]),
        ("conversation:archive", json!("none"), [""; 4]),
    ] {
        assert_eq!(ids(&event(kind, payload)), some(expected), "{kind}");
    }
}

#[test]
fn ids_of_events_are_arguments() {
    let server = Server::responding(json!({"messages": []}));
    let event = event("conversation:join", json!({"conversation": {"id": "c1"}}));
    let conversation = event.conversation_id().unwrap();
    let message = MessagePost::new(AuthorType::Business, "Welcome!");
    server.client().post_message("a", &conversation, &message).send().unwrap();
    server.client().post_message("a", conversation, &message).send().unwrap();
    let paths: Vec<_> = server.take().into_iter().map(|request| request.path().to_owned()).collect();
    assert_eq!(paths.len(), 2);
    assert!(paths.iter().all(|path| path.ends_with("/v2/apps/a/conversations/c1/messages")), "{paths:?}");
}

/// Evaluates an expression with text of each type, and checks that all results are the same.
macro_rules! assert_same {
    ($text:literal, |$argument:ident| $value:expr) => {{
        let owned = String::from($text);
        let results = [
            (|$argument: &str| $value)($text),
            (|$argument: &String| $value)(&owned),
            (|$argument: String| $value)(owned.clone()),
            (|$argument: Cow<'_, str>| $value)(Cow::Borrowed($text)),
        ];
        assert!(results.iter().all(|result| *result == results[0]), "{results:?}");
    }};
}

#[test]
fn values_of_models_are_text_of_any_type() {
    assert_same!("a", |text| UserId::from(text));
    assert_same!("a", |text| Secret::from(text));
    assert_same!("https://example.com", |text| SecretUrl::from(text));
    assert_same!("a", |text| Json::from(text));
    assert_same!("2026-01-01T00:00:00Z", |text| Time::from(text));
    assert_same!("blocked", |text| ClientStatus::from(text));
    assert_same!("resting", |text| ClientStatus::from(text));
    assert_same!("Hi", |text| TextMessage::from(text));
    assert_same!("Hi", |text| Content::from(text));
    // Constructors and setters.
    assert_same!("a", |text| Message::new(text));
    assert_same!("Hi", |text| MessagePost::new(AuthorType::Business, text));
    assert_same!("user", |text| Author::new(text));
    assert_same!("a", |text| UserCreateBody::new().with_external_id(text));
    assert_same!("a", |text| ConversationTruncated::new("c").with_metadata(text));
    assert_same!("a", |text| ProfileUpdate::new().with_given_name(text));
    assert_same!("k", |text| Location::new().with_extra(text, 1));
    assert_same!("v", |text| Location::new().with_extra("k", text));
    assert_same!("2026-01-01T00:00:00Z", |text| Message::new("m").with_received(text));
    assert_same!("conversation:message", |text| WebhookCreateBody::new("https://example.com", [text]));
    assert_same!("https://example.com", |text| WebhookCreateBody::new(text, ["*"]));
    assert_same!("k", |text| Json::from([(text, 1)]));
    assert_same!("v", |text| Json::from([("k", text.to_string())]));
    assert_same!("[1]", |text| Json::from_text(text).unwrap());
}

#[test]
fn parameters_are_text_of_any_type() {
    let server = Server::responding(json!({"clients": [], "user": {"id": "u"}, "meta": {}}));
    let api = server.client();
    let sent = |call: &dyn Fn()| {
        call();
        let request = server.only();
        (request.target().to_owned(), request.header("x-tag").map(str::to_owned))
    };
    assert_same!("a b", |text| sent(&|| drop(api.get_user(text.clone(), "u").send())));
    assert_same!("a b", |text| sent(&|| drop(api.get_user("app", text.clone()).send())));
    assert_same!("a b", |text| sent(&|| drop(api.get_user("app", "u").brand_id(text.clone()).send())));
    assert_same!("a b", |text| sent(&|| drop(api.get_user("app", "u").query("extra", text.clone()).send())));
    assert_same!("extra", |text| sent(&|| drop(api.get_user("app", "u").query(text.clone(), "a").send())));
    assert_same!("a", |text| sent(&|| drop(api.get_user("app", "u").header("X-Tag", text.clone()).send())));
    assert_same!("x-tag", |text| sent(&|| drop(api.get_user("app", "u").header(text.clone(), "a").send())));
    assert_same!("a", |text| sent(&|| drop(api.list_clients("app", "u").after(text.clone()).send())));
}

#[test]
fn settings_are_text_of_any_type() {
    let url = |api: ApiClient| format!("{api:?}");
    assert_same!("acme", |text| url(ApiClient::builder().subdomain(text).build().unwrap()));
    assert_same!("https://example.com", |text| url(ApiClient::builder().base_url(text).build().unwrap()));
    assert_same!("bot/1", |text| url(ApiClient::builder().subdomain("acme").user_agent(text).build().unwrap()));
    assert_same!("a", |text| format!("{:?}", Credentials::basic(text.clone(), text)));
    assert_same!("a", |text| format!("{:?}", Credentials::bearer(text)));
    assert_same!("a", |text| format!("{:?}", JwtSigner::new(text.clone(), text)));
    assert_same!("a", |text| oauth::authorize_url(text.clone())
        .state(text.clone())
        .redirect_uri(text)
        .build()
        .unwrap());
    assert_same!("a", |text| format!("{:?}", Receiver::new(text.clone()).or_secret(text)));
    assert_same!("a.txt", |text| format!(
        "{:?}",
        Upload::bytes(text.clone(), "x").file_name(text.clone()).media_type(text)
    ));
}

#[test]
fn metadata_is_a_map() {
    let sorted = BTreeMap::from([("a", 1), ("b", 2)]);
    let hashed: HashMap<String, i64> = sorted.iter().map(|(key, value)| ((*key).to_owned(), *value)).collect();
    let expected = Json::from(json!({"a": 1, "b": 2}));
    for metadata in [Json::from(sorted), Json::from(hashed.clone())] {
        assert_eq!(metadata.as_str(), expected.as_str());
    }
    let message = MessagePost::new(AuthorType::Business, "Hi").with_metadata(hashed);
    assert_eq!(to_json(&message)["metadata"], json!({"a": 1, "b": 2}));
}
