//! Text that isn't well-formed Unicode, in responses and webhooks, and webhook bodies of other systems.

use std::fs;

use crate::support::expect::{Fails, undecodable};
use crate::support::server::{APP, CONVERSATION, Server, USER, json, response};
use sunshine_conversations::Json;
use sunshine_conversations::models::{Content, Event, Trigger};
use sunshine_conversations::webhook::{Delivery, Receiver};

/// Reads a webhook body of `tests/payloads`.
fn payload(name: &str) -> Vec<u8> {
    fs::read(format!("{}/payloads/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn delivery(name: &str) -> Delivery {
    Receiver::new("secret").receive(Some("secret"), &payload(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn types(delivery: &Delivery) -> Vec<String> {
    delivery.events.iter().map(|event| event.type_().into_owned()).collect()
}

#[test]
fn responses_with_lone_surrogates_are_decoded() {
    let page = br#"{"messages":[
        {"id":"1","content":{"type":"text","text":"cut \ud83d"},"metadata":{"\udc00":"\ud83dx"},"new":"\ud800"},
        {"id":"2","content":{"text":"complete \ud83d\ude00","type":"text"}}],"meta":{"hasMore":false}}"#;
    let server = Server::always(json(200, page));
    let found = server.client().list_messages(APP, CONVERSATION).send_full().unwrap();
    assert_eq!(found.raw, page, "the original body");
    let [first, second] = found.body.messages.as_slice() else { panic!("{:?}", found.body) };
    let text = |content: &Option<Content>| match content {
        Some(Content::Text(text)) => text.text.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(text(&first.content).as_deref(), Some("cut \u{fffd}"));
    assert_eq!(text(&second.content).as_deref(), Some("complete 😀"));
    let metadata = first.metadata.as_ref().unwrap();
    assert_eq!(metadata.get::<String>("\u{fffd}").unwrap().as_deref(), Some("\u{fffd}x"));
    assert_eq!(first.extra().get::<String>("new").unwrap().as_deref(), Some("\u{fffd}"));
}

#[test]
fn responses_with_invalid_utf8_or_a_byte_order_mark_are_decoded() {
    for (body, expected) in [
        (&b"{\"user\":{\"id\":\"1\",\"externalId\":\"a\xff\xf0\x9f\x98b\"}}"[..], "a\u{fffd}\u{fffd}b"),
        (b"\xef\xbb\xbf{\"user\":{\"id\":\"1\",\"externalId\":\"a\"}}", "a"),
    ] {
        let server = Server::always(json(200, body));
        let user = server.client().get_user(APP, USER).send().unwrap().user;
        assert_eq!(user.external_id.as_deref(), Some(expected));
        let untyped = server.client().request(sunshine_conversations::http::Method::GET, "/v2/x").send().unwrap();
        let user = untyped.get::<Json>("user").unwrap().unwrap();
        assert_eq!(user.get::<String>("externalId").unwrap().as_deref(), Some(expected));
    }
}

#[test]
fn errors_in_repaired_text_name_the_field() {
    let body = b"{\"user\":{\"externalId\":\"\xff\xff\xff\\ud83d\",\"profile\":{\"givenName\":[]},\"id\":\"1\"}}";
    Server::always(json(200, body))
        .client()
        .get_user(APP, USER)
        .send()
        .fails(undecodable().field("user.profile.givenName"));
    // Other syntax errors stay errors.
    for body in [&b"{\"user\":{\"id\":\"\\u12\"}}"[..], b"\xef\xbb\xbf", b"{\"user\":\xff}"] {
        Server::always(response(200, &[], body)).client().get_user(APP, USER).send().fails(undecodable().field(None));
    }
}

#[test]
fn free_form_json_with_lone_surrogates_is_kept_and_readable() {
    let json = Json::from_text(r#"{"a":"\ud83d","b":["\udc00"],"\ud800":1}"#).unwrap();
    assert_eq!(json.get::<String>("a").unwrap().as_deref(), Some("\u{fffd}"));
    assert_eq!(json.get::<Vec<String>>("b").unwrap().unwrap(), ["\u{fffd}"]);
    let keys: Vec<String> = json.entries().unwrap().map(|(key, _)| key).collect();
    assert_eq!(keys, ["a", "b", "\u{fffd}"]);
    assert_eq!(format!("{json:?}"), "{\"a\":\"\u{fffd}\",\"b\":[\"\u{fffd}\"],\"\u{fffd}\":1}");
    assert_eq!(json.as_str(), r#"{"a":"\ud83d","b":["\udc00"],"\ud800":1}"#);
}

#[test]
fn ill_formed_text_does_not_affect_webhook_events() {
    for name in ["lone_surrogate", "bad_utf8_one", "bom"] {
        let delivery = delivery(name);
        assert!(delivery.failed.is_empty(), "{name}: {:?}", delivery.failed);
        assert_eq!(delivery.raw.len(), delivery.events.len(), "{name}");
        for event in &delivery.events {
            if let Event::ConversationMessage(event) = event {
                let content = event.payload.message.as_ref().unwrap().content.as_ref();
                let Some(Content::Text(text)) = content else { panic!("{content:?}") };
                assert!(text.text.as_deref().unwrap().ends_with('\u{fffd}'), "{name}: {text:?}");
            }
        }
    }
}

#[test]
fn webhook_bodies_of_other_systems_are_decoded() {
    for (name, expected) in [
        ("author_business_agent", "conversation:message"),
        ("carousel_noactions", "conversation:message"),
        ("envelope_without_webhook_id", "conversation:message"),
        ("event_without_created_at", "conversation:message"),
        ("failure_underlying", "conversation:message:delivery:failure"),
        ("line", "conversation:message"),
        ("passcontrol", "switchboard:passControl"),
        ("passthrough", "passthrough:messaging"),
    ] {
        let delivery = delivery(name);
        assert!(delivery.failed.is_empty(), "{name}: {:?}", delivery.failed);
        assert_eq!(types(&delivery), [expected], "{name}");
    }
}

#[test]
fn messages_that_are_passed_through_are_typed() {
    let events = delivery("passthrough").events;
    let [Event::PassthroughMessaging(event)] = &events[..] else { panic!("{events:?}") };
    let apple = event.payload.apple.as_ref().unwrap();
    assert_eq!(apple.interactive_data_ref.as_ref().map(|reference| reference.url.as_str()), Some("u"));
    let data: serde_json::Value = apple.interactive_data.as_ref().unwrap().parse().unwrap();
    assert_eq!(data["data"]["replyMessage"]["title"], "x");
    assert_eq!(event.payload.user.as_ref().unwrap().id, "60000000000000000000f001");
    assert!(event.extra().is_empty());
    assert_eq!(Trigger::PassthroughMessaging.as_str(), "passthrough:messaging");
}

#[test]
fn one_bad_event_does_not_affect_the_others() {
    for bad in ["7", "null", "[]", r#"{"type":7}"#, r#"{"type":"user:update","payload":{"user":{"id":[]}}}"#] {
        let good = r#"{"id":"e1","type":"conversation:read","payload":{}}"#;
        let body = format!(r#"{{"app":{{}},"webhook":{{}},"events":[{good},{bad},{good}]}}"#);
        let delivery = Delivery::read(body.as_bytes()).unwrap();
        assert_eq!(types(&delivery), ["conversation:read"; 2], "{bad}");
        assert_eq!((delivery.failed.len(), delivery.failed[0].index), (1, 1), "{bad}");
        let raw: Vec<&str> = delivery.raw.iter().map(Json::as_str).collect();
        assert_eq!(raw, [good, bad, good], "all events as they were sent");
        assert_eq!(delivery.failed[0].json.as_str(), bad);
    }
}

#[test]
fn other_bodies_are_not_envelopes() {
    let rejected = |body: &[u8]| Receiver::new("secret").receive(Some("secret"), body).unwrap_err().to_string();
    assert_eq!(
        rejected(&payload("v11")),
        "invalid webhook body: unsupported webhook version v1.1; create the webhook with version 2 of the API"
    );
    for body in ["[]", "[{},{},[]]", "null", "7", "\"x\"", "{}", r#"{"events":{}}"#, "\u{feff}", ""] {
        rejected(body.as_bytes());
    }
}
