//! Webhooks: triggers, secrets, bodies, and each type of event.

use crate::support::document::{
    Direction, Fill, Maker, UNKNOWN_FIELD, UNKNOWN_TAG, differences, entries, webhook_payload,
};
use crate::support::server::Server;
use crate::support::start;
use serde_json::{Value, json};
use sunshine_conversations::ErrorKind;
use sunshine_conversations::models::*;
use sunshine_conversations::webhook::{Delivery, ReceiveError, Receiver, SECRET_HEADER, SeenEvents, WebhookPayload};
use sunshine_conversations_sandbox::Sandbox;

const SECRET: &str = "hush-webhook-5XJ85y";

/// Each type of event with its schema.
fn kinds() -> Vec<(String, Value)> {
    let events = webhook_payload()["properties"]["events"]["items"]["discriminator"]["mapping"].clone();
    entries(&events).map(|(kind, reference)| (kind.clone(), json!({ "$ref": reference }))).collect()
}

fn event(kind: &str, schema: &Value, fill: Fill, turn: usize) -> Value {
    let mut event = Maker::new(fill, Direction::Response, turn).body(schema, &["Event".to_owned()]);
    event["type"] = kind.into();
    event
}

fn body(events: &[Value]) -> Vec<u8> {
    json!({"app": {"id": "5d8c"}, "webhook": {"id": "5e55", "version": "v2"}, "events": events})
        .to_string()
        .into_bytes()
}

fn receive(body: &[u8]) -> Result<Delivery, ReceiveError> {
    Receiver::new(SECRET).receive(Some(SECRET), body)
}

#[track_caller]
fn refused(result: Result<Delivery, ReceiveError>) -> ReceiveError {
    result.map(|delivery| panic!("{delivery:?}")).unwrap_err()
}

fn message(id: &str, text: &Value) -> Value {
    json!({"id": id, "createdAt": "2026-05-21T15:53:30.197Z", "type": "conversation:message", "payload": {
        "conversation": {"id": "c1", "type": "personal"},
        "message": {"id": "m1", "author": {"type": "user"}, "content": {"type": "text", "text": text}}}})
}

// Event types.

#[test]
fn all_types_of_events_round_trip() {
    let kinds = kinds();
    assert_eq!(kinds.len(), 25);
    for (kind, schema) in &kinds {
        let fills =
            [Fill::Full, Fill::Nulls, Fill::Future, Fill::Sparse(0), Fill::Sparse(1), Fill::Sparse(2), Fill::Sparse(3)];
        for fill in fills {
            for turn in 0..4 {
                let sent = event(kind, schema, fill, turn);
                assert!(fill != Fill::Future || sent.to_string().contains(UNKNOWN_FIELD), "{kind}: {sent}");
                let delivery = receive(&body(std::slice::from_ref(&sent))).unwrap();
                assert!(delivery.failed.is_empty(), "{kind}, {fill:?}: {}", delivery.failed[0]);
                let [got] = delivery.events.as_slice() else { panic!("{kind}: {:?}", delivery.events) };
                assert!(!matches!(got, Event::Unknown(_)), "{kind} doesn't have a variant");
                assert_eq!(got.type_(), *kind);
                assert_eq!(Some(got.id().as_str()), sent["id"].as_str());
                assert_eq!(got.created_at().as_ref().map(|time| time.as_str()), sent["createdAt"].as_str());
                let differences = differences(&sent, &serde_json::to_value(got).unwrap(), schema);
                assert!(differences.is_empty(), "{kind}, {fill:?}, {turn}: {differences:#?}");
            }
        }
    }
}

#[test]
fn an_unknown_type_keeps_its_json() {
    let sent =
        r#"{"type":"user:teleported","id":"e9","createdAt":"2031-01-01T00:00:00.000Z","payload":{"to":1.50,"b":null}}"#;
    let body = format!(r#"{{"app":{{"id":"a"}},"webhook":{{"id":"w"}},"events":[{sent}],"more":1}}"#);
    let delivery = receive(body.as_bytes()).unwrap();
    let payload: WebhookPayload = serde_json::from_str(&body).unwrap();
    assert_eq!(payload.extra().get::<u32>("more").unwrap(), Some(1));
    let Event::Unknown(json) = &delivery.events[0] else { panic!("{:?}", delivery.events) };
    assert_eq!(json.as_str(), sent);
    assert_eq!(serde_json::to_string(&delivery.events[0]).unwrap(), sent);
    let event = &delivery.events[0];
    assert_eq!((&*event.type_(), event.id().as_str()), ("user:teleported", "e9"));
    assert_eq!(*event.created_at().unwrap(), "2031-01-01T00:00:00.000Z");
    assert_ne!(event.type_(), UNKNOWN_TAG);
}

#[cfg(feature = "jiff1")]
#[test]
fn times_are_timestamps_and_invalid_ones_keep_their_text() {
    let mut odd = message("e2", &json!("x"));
    odd["createdAt"] = json!("next week");
    let delivery = receive(&body(&[message("e1", &json!("x")), odd])).unwrap();
    let [Event::ConversationMessage(good), Event::ConversationMessage(odd)] = delivery.events.as_slice() else {
        panic!("{delivery:?}")
    };
    let [good, odd] = [good, odd].map(|event| event.created_at.as_ref().unwrap());
    assert_eq!(good.timestamp().unwrap().as_millisecond(), 1_779_378_810_197);
    assert!(odd.timestamp().is_err());
    assert_eq!(odd, "next week");
    let unknown = json!({"type": "user:teleported", "createdAt": "2026-05-21T15:53:30.197Z"});
    let delivery = receive(&body(&[message("e1", &json!("x")), unknown, json!({"type": "user:teleported"})])).unwrap();
    let times = delivery.events.iter().map(|event| event.created_at()?.timestamp().ok());
    let times: Vec<_> = times.map(|time| time.map(|time| time.as_millisecond())).collect();
    assert_eq!(times, [Some(1_779_378_810_197), Some(1_779_378_810_197), None]);
}

// Triggers.

#[test]
fn each_type_of_event_is_a_trigger() {
    for (kind, schema) in &kinds() {
        let trigger = Trigger::from(kind.as_str());
        assert!(!matches!(trigger, Trigger::Unknown(_)), "{kind} isn't a trigger");
        assert_eq!((trigger.as_str(), trigger.to_string()), (kind.as_str(), kind.clone()));
        assert_eq!(json!(trigger), json!(kind));
        assert_eq!(serde_json::from_value::<Trigger>(json!(kind)).unwrap(), trigger);
        // The same name as the variant of the event.
        let delivery = receive(&body(&[event(kind, schema, Fill::Full, 0)])).unwrap();
        assert_eq!(Trigger::from(&*delivery.events[0].type_()), trigger);
        let variant = format!("{:?}", delivery.events[0]);
        assert_eq!(variant.split('(').next().unwrap(), format!("{trigger:?}"));
    }
}

#[test]
fn webhooks_are_managed_with_typed_triggers() {
    let (sandbox, api) = start(Sandbox::builder());
    let app = sandbox.app_id();
    let first = Webhook::new("https://example.com/first", [Trigger::UserMerge]);
    let integration = api.create_integration(app, &CustomIntegration::new([first]).into()).send().unwrap().integration;
    let Integration::Custom(custom) = &integration else { panic!("{integration:?}") };
    assert_eq!(custom.webhooks[0].triggers, [Trigger::UserMerge]);
    let integration = &custom.id;

    // Text is accepted, including names of unknown events.
    let named = WebhookCreateBody::new("https://example.com/a", ["conversation:message", "passthrough:messaging"]);
    let passthrough = Trigger::from("passthrough:messaging");
    assert_eq!(named.triggers, [Trigger::ConversationMessage, passthrough.clone()]);
    let created = api.create_webhook(app, integration, &named).send().unwrap().webhook;
    assert_eq!(created.triggers, named.triggers);

    let triggers = [passthrough, Trigger::SwitchboardAcceptControlFailure];
    let change = WebhookUpdateBody::new().with_triggers(triggers.clone());
    let changed = api.update_webhook(app, integration, &created.id, &change).send().unwrap().webhook;
    assert_eq!((&changed.id, changed.triggers.as_slice()), (&created.id, triggers.as_slice()));
    let untouched = WebhookUpdateBody::new().with_include_full_user(true);
    api.update_webhook(app, integration, &created.id, &untouched).send().unwrap();
    assert_eq!(api.get_webhook(app, integration, &created.id).send().unwrap().webhook.triggers, triggers);

    let listed = || {
        let webhooks = api.list_webhooks(app, integration).send().unwrap().webhooks;
        webhooks.into_iter().map(|webhook| webhook.triggers).collect::<Vec<_>>()
    };
    let mut all = listed();
    all.sort_by_key(Vec::len);
    assert_eq!(all, [vec![Trigger::UserMerge], triggers.to_vec()]);
    api.delete_webhook(app, integration, &created.id).send().unwrap();
    assert_eq!(listed(), [[Trigger::UserMerge]]);
}

#[test]
fn an_unknown_trigger_is_kept_and_sent_back() {
    let triggers = json!(["user:teleported", "conversation:message", "CONVERSATION:MESSAGE", ""]);
    let server =
        Server::responding(json!({"webhook": {"id": "w", "target": "https://example.com", "triggers": triggers}}));
    let got = server.client().get_webhook("a", "i", "w").send().unwrap().webhook.triggers;
    assert_eq!(got[0], Trigger::from("user:teleported"));
    assert_eq!(got[1], Trigger::ConversationMessage);
    assert!(matches!(got[2..], [Trigger::Unknown(_), Trigger::Unknown(_)]), "upper and lower case matter: {got:?}");
    server.take();
    server.client().create_webhook("a", "i", &WebhookCreateBody::new("t", got.clone())).send().unwrap();
    assert_eq!(server.only().json()["triggers"], triggers);
    server.client().update_webhook("a", "i", "w", &WebhookUpdateBody::new().with_triggers(got)).send().unwrap();
    assert_eq!(server.only().json(), json!({"triggers": triggers}));
}

// Secrets.

#[test]
fn the_secret_must_match_one_of_the_secrets() {
    let body = body(&[]);
    let receiver = Receiver::new(SECRET).or_secret("the next one");
    for good in [SECRET, "the next one"] {
        assert_eq!(receiver.receive(Some(good), &body).unwrap().webhook.id, "5e55");
        assert!(receiver.receive(Some(good.as_bytes()), &body).is_ok());
    }
    let longer = format!("{SECRET}x");
    let wrong =
        ["", "x", &SECRET[1..], &longer, "hush-webhook-5XJ85Y", "The next one", "hush-webhook-5XJ85y, the next one"];
    for wrong in wrong {
        let refused = refused(receiver.receive(Some(wrong), &body));
        assert_eq!((refused.status(), refused.field()), (401, None), "{wrong}");
        assert!(refused.to_string().contains(SECRET_HEADER), "{refused}");
    }
    let refused = refused(receiver.receive(None::<&str>, &body));
    assert_eq!(refused.status(), 401);
    assert!(refused.to_string().contains("missing header X-API-Key"), "{refused}");
}

#[test]
fn an_empty_secret_rejects_every_request() {
    for given in ["", "x"] {
        assert_eq!(refused(Receiver::new("").receive(Some(given), &body(&[]))).status(), 401);
    }
}

#[test]
fn a_secret_with_white_space_is_a_fault_of_the_receiver() {
    let body = body(&[]);
    for secret in
        ["hush-5XJ85y\n", "hush-5XJ85y\r\n", " hush-5XJ85y", "hush-5XJ85y\t", "\u{feff}hush-5XJ85y", "hush\n5XJ85y"]
    {
        let receiver = Receiver::new(secret);
        let error = receiver.check().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert_eq!(error.to_string(), "webhook secret: must not begin or end with white space, or contain line breaks");
        // As a web framework passes the header, and byte for byte.
        for given in [secret.trim(), secret, "x"] {
            let refused = refused(receiver.receive(Some(given), &body));
            assert_eq!(refused.status(), 500, "{secret:?}: the API redelivers the events");
            assert_eq!(
                refused.to_string(),
                "the receiver's webhook secret must not begin or end with white space, or contain line breaks"
            );
            assert!(!format!("{error:?} {refused:?} {receiver:?}").contains("hush"));
        }
        assert_eq!(refused(receiver.receive(None::<&str>, &body)).status(), 401);
        // A valid secret is accepted.
        let receiver = receiver.or_secret(SECRET);
        assert!(receiver.receive(Some(SECRET), &body).is_ok() && receiver.check().is_err());
        assert_eq!(refused(Receiver::new(SECRET).or_secret(secret).receive(Some("x"), &body)).status(), 500);
    }
    assert!(Receiver::new(SECRET).or_secret("with a space").check().is_ok());
    assert!(Receiver::new("").check().unwrap_err().to_string().contains("must not be empty"));
}

#[test]
fn secrets_are_checked_before_the_body_and_never_printed() {
    let receiver = Receiver::new(SECRET).or_secret("the-next-secret");
    for body in [b"{".as_slice(), &vec![b' '; 5 << 20]] {
        assert_eq!(refused(receiver.receive(Some("wrong-secret"), body)).status(), 401);
    }
    let printed = format!("{receiver:?} {0} {0:?}", refused(receiver.receive(Some("wrong-secret"), b"{")));
    for secret in [SECRET, "the-next-secret", "wrong-secret"] {
        assert!(!printed.contains(secret), "{printed}");
    }
}

// Bodies.

#[test]
fn a_too_large_body_is_not_read() {
    let huge = body(&[message("e1", &"x".repeat(5 << 20).into())]);
    let refused = refused(receive(&huge));
    assert_eq!(refused.status(), 413);
    assert!(
        refused.to_string().contains(&huge.len().to_string()) && refused.to_string().contains("4194304"),
        "{refused}"
    );
    let exact = Receiver::new(SECRET).max_size(huge.len());
    assert_eq!(exact.receive(Some(SECRET), &huge).unwrap().events.len(), 1);
    assert!(exact.max_size(huge.len() - 1).receive(Some(SECRET), &huge).is_err());
}

#[test]
fn other_bodies_are_rejected() {
    for (body, field, said) in [
        ("", None, "invalid JSON"),
        ("<html>hush-1</html>", None, "invalid JSON"),
        (r#"{"app":{"id":"a"},"webhook":{"id":"w"},"events":[{"#, None, "invalid JSON"),
        ("[]", Some(""), "invalid type: sequence, expected struct WebhookPayload"),
        ("[null,null,[]]", Some(""), "invalid type: sequence, expected struct WebhookPayload"),
        ("{}", Some(""), "missing field `events`"),
        (r#"{"app":{"id":"a"},"webhook":{"id":"w"}}"#, Some(""), "missing field `events`"),
        (r#"{"app":{"id":"a"},"webhook":{"id":["hush-1"]},"events":[]}"#, Some("webhook.id"), "expected a string"),
        (r#"{"app":{"id":"a"},"webhook":{"id":"w"},"events":{}}"#, Some("events"), "expected a sequence"),
    ] {
        let refused = refused(receive(body.as_bytes()));
        assert_eq!((refused.status(), refused.field()), (400, field), "{body}: {refused}");
        let text = refused.to_string();
        assert!(text.contains(said), "{text}");
        assert!(!format!("{text} {refused:?}").contains("hush-1"), "{text}");
    }
}

#[test]
fn an_incomplete_envelope_keeps_its_events() {
    for (envelope, app, webhook, version) in [
        (json!({}), "", "", ""),
        (json!({"app": null, "webhook": null}), "", "", ""),
        (json!({"app": {}, "webhook": {}}), "", "", ""),
        (json!({"app": {"id": null}, "webhook": {"id": null, "version": null}}), "", "", ""),
        (json!({"app": {"id": "a"}, "webhook": {"version": "v2"}}), "a", "", "v2"),
        (json!({"app": {"id": 5}, "webhook": {"id": "w", "version": 2}}), "5", "w", "2"),
    ] {
        let mut body = envelope.clone();
        body["events"] = json!([message("e1", &json!("x"))]);
        let delivery = receive(body.to_string().as_bytes()).unwrap();
        let sent = (&*delivery.app.id, &*delivery.webhook.id, delivery.webhook.version.as_deref().unwrap_or_default());
        assert_eq!((sent, delivery.events.len()), ((app, webhook, version), 1), "{envelope}");
        let payload: WebhookPayload = serde_json::from_value(body).unwrap();
        assert_eq!((payload.app, payload.webhook), (delivery.app, delivery.webhook));
    }
}

#[test]
fn an_envelope_keeps_unknown_fields() {
    let text = r#"{"app":{"id":"a","z":1,"name":"A"},"webhook":{"id":"w","version":"v2","new":[1.50]},"events":[],"more":{"b":1,"a":2.50}}"#;
    let payload: WebhookPayload = serde_json::from_str(text).unwrap();
    let fields: Vec<_> = payload.app.extra().iter().map(|(key, json)| (key, json.as_str())).collect();
    assert_eq!(fields, [("z", "1"), ("name", "\"A\"")]);
    assert_eq!(serde_json::to_string(&payload).unwrap(), text);
    let delivery = Delivery::read(text.as_bytes()).unwrap();
    assert_eq!(delivery.extra(), payload.extra());
    assert_eq!(delivery.extra().get_raw("more").unwrap().as_str(), r#"{"b":1,"a":2.50}"#);
}

#[test]
fn bodies_of_version_1_are_rejected() {
    let text = r#"{"trigger":"message:appUser","app":{"_id":"a1"},"version":"v1.1","messages":[]}"#;
    let refused = refused(receive(text.as_bytes()));
    assert_eq!((refused.status(), refused.field()), (400, None));
}

#[test]
fn an_event_of_another_shape_does_not_affect_the_others() {
    let mut no_id = message("", &json!("x"));
    no_id.as_object_mut().unwrap().remove("id");
    let events = [
        message("e0", &json!("first")),
        message("e1", &json!({"not": "a text"})),
        json!("no event at all"),
        json!({"id": "e3", "payload": {}}),
        no_id,
        json!({"type": "user:teleported", "id": "e5"}),
        message("e6", &json!("last")),
    ];
    let delivery = receive(&body(&events)).unwrap();
    let ids: Vec<_> = delivery.events.iter().map(|event| event.id().into_owned()).collect();
    assert_eq!(ids, ["e0", "e5", "e6"]);
    let failed: Vec<_> = delivery.failed.iter().map(|failed| (failed.index, failed.field())).collect();
    let expected =
        [(1, "events[1].payload.message.content.text"), (2, "events[2]"), (3, "events[3]"), (4, "events[4]")];
    assert_eq!(failed, expected.map(|(index, field)| (index, field.to_owned())));
    let first = &delivery.failed[0];
    assert_eq!((first.id(), first.type_()), ("e1".to_owned(), "conversation:message".to_owned()));
    assert_eq!(serde_json::from_str::<Value>(first.json.as_str()).unwrap(), events[1]);
    assert_eq!((delivery.failed[1].id(), delivery.failed[1].type_()), (String::new(), String::new()));
    assert_eq!(first.error().field(), Some("payload.message.content.text"));
    let text = first.to_string();
    assert!(text.contains("events[1] conversation:message: at `payload.message.content.text`"), "{text}");
}

// Duplicates.

#[test]
fn an_event_is_new_once() {
    let seen = SeenEvents::new(100);
    assert!(seen.is_new("a") && seen.is_new("b"));
    assert!(!seen.is_new("a") && !seen.is_new("b"));
    seen.remove("a");
    seen.remove("never seen");
    assert!(seen.is_new("a") && !seen.is_new("b"));
    assert!(seen.is_new("") && seen.is_new(""), "an event without an id cannot be known");
}

#[test]
fn the_oldest_is_removed_first_and_memory_is_bounded() {
    let seen = SeenEvents::new(3);
    for id in ["1", "2", "3"] {
        assert!(seen.is_new(id));
    }
    assert!(!seen.is_new("1"), "not refreshed, but known");
    assert!(seen.is_new("4"), "the first goes");
    assert!(!seen.is_new("2") && !seen.is_new("3") && !seen.is_new("4"));
    assert!(seen.is_new("1"));
    seen.remove("4");
    assert!(seen.is_new("5"), "there is room");
    assert!(!seen.is_new("3") && !seen.is_new("1"));
    let one = SeenEvents::new(0);
    assert!(one.is_new("1") && !one.is_new("1") && one.is_new("2") && one.is_new("1"));
}

/// A search of all IDs per removal would take 15 billion comparisons.
#[test]
fn removals_do_not_search_all_ids() {
    const COUNT: usize = 200_000;
    let ids: Vec<String> = (0..COUNT).map(|number| format!("66a1e0c8f1d2b3c4d5e6{number:06}")).collect();
    let seen = SeenEvents::new(COUNT);
    assert!(ids.iter().all(|id| seen.is_new(id)));
    // From both ends and the middle, half of them.
    for (index, id) in ids.iter().enumerate().filter(|(index, _)| index % 2 == 1).rev() {
        seen.remove(id);
        seen.remove(id);
        if index % 1000 == 1 {
            assert!(seen.is_new(id));
            seen.remove(id);
        }
    }
    assert!(ids.iter().enumerate().all(|(index, id)| seen.is_new(id) == (index % 2 == 1)));
}

#[test]
fn removed_ids_leave_no_trace_in_the_order() {
    let seen = SeenEvents::new(3);
    // More removals than the capacity.
    for _ in 0..100 {
        for id in ["1", "2", "3"] {
            assert!(seen.is_new(id));
        }
        for id in ["3", "1", "2"] {
            seen.remove(id);
        }
    }
    for id in ["1", "2", "3"] {
        assert!(seen.is_new(id));
    }
    seen.remove("1");
    // The position of the removed ID isn't that of its second addition.
    assert!(seen.is_new("1") && seen.is_new("4"));
    assert!(!seen.is_new("3") && !seen.is_new("1") && !seen.is_new("4") && seen.is_new("2"));
}

#[test]
fn threads_share_seen_events() {
    let seen = SeenEvents::new(10_000);
    let new: usize = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..8).map(|_| scope.spawn(|| (0..1_000).filter(|id| seen.is_new(&id.to_string())).count())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert_eq!(new, 1_000);
}
