use sunshine_conversations::models::*;
use sunshine_conversations::webhook::{Receiver, WebhookPayload};

fn event(kind: &str, payload: &str) -> Event {
    let text = format!(r#"{{"id":"e1","createdAt":"2026-01-02T03:04:05Z","type":"{kind}","payload":{payload}}}"#);
    let event: Event = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::from_str::<Event>(&serde_json::to_string(&event).unwrap()).unwrap(), event);
    event
}

#[test]
fn a_title_is_the_type() {
    let Event::LampOn(on) = event("lamp:on", r#"{"lamp":{"color":"red"}}"#) else { panic!("not lamp:on") };
    assert_eq!(on.payload.lamp.unwrap().color.as_deref(), Some("red"));
    let id: &EventId = &on.id;
    assert_eq!(id, "e1");
}

#[test]
fn without_a_title_the_document_or_the_name_has_the_type() {
    assert!(matches!(event("lamp:off", "{}"), Event::LampOff(_)));
    let Event::DoorMoved(moved) = event("door:moved", r#"{"open":true}"#) else { panic!("not door:moved") };
    assert_eq!(moved.payload.open, Some(true));
}

#[test]
fn events_that_the_list_lacks_are_found_through_their_common_schema() {
    let Event::BellRang(rang) = event("bell:rang", r#"{"times":2}"#) else { panic!("not bell:rang") };
    assert_eq!(rang.payload.times, Some(2));
}

#[test]
fn events_within_the_list_are_named_by_their_titles() {
    let Event::FanStarted(started) = event("fan:started", r#"{"speed":3,"blades":{"count":4}}"#) else {
        panic!("not fan:started")
    };
    let started: Box<FanStartedEvent> = started;
    let payload: FanStartedPayload = started.payload;
    let blades: FanStartedPayloadBlades = payload.blades.unwrap();
    assert_eq!((payload.speed, blades.count), (Some(3), Some(4)));
    assert_eq!(Trigger::from("fan:started"), Trigger::FanStarted);
}

#[test]
fn payloads_may_be_missing_or_unions() {
    let Event::Beat(beat) = event("beat", "{}") else { panic!("not beat") };
    let beat: Box<BeatEvent> = beat;
    assert_eq!(beat.id, "e1");
    let Event::Mood(mood) = event("mood", r#""calm""#) else { panic!("not mood") };
    assert!(matches!(mood.payload, MoodPayload::Text(text) if text == "calm"));
}

#[test]
fn events_share_their_fields() {
    for kind in ["lamp:on", "door:moved", "guest:arrived", "alarm:rang", "new:kind"] {
        let event = event(kind, "{}");
        assert_eq!(event.room(), None);
        assert_eq!((event.id().as_str(), event.type_().as_ref()), ("e1", kind));
        assert_eq!(event.created_at().as_str(), "2026-01-02T03:04:05Z");
    }
    assert!(matches!(event("new:kind", "[1]"), Event::Unknown(_)));
    assert_eq!(Trigger::from("lamp:off"), Trigger::LampOff);
}

#[test]
fn a_delivery_is_received() {
    let body = r#"{"app":{"id":"a"},"webhook":{"id":"w","version":"v2"},"events":[
        {"id":"e1","type":"lamp:on","createdAt":"2026-01-02T03:04:05Z","payload":{"lamp":{}}},
        {"id":"e2","type":"new:kind","createdAt":"2026-01-02T03:04:05Z","payload":{}}]}"#;
    let delivery = Receiver::new("s").receive(Some("s"), body.as_bytes()).unwrap();
    assert_eq!(delivery.events.len(), 2);
    // Neither the app, the webhook nor a time is needed.
    let payload = r#"{"app":null,"webhook":{},"events":[{"id":"e1","type":"lamp:on","payload":{}}]}"#;
    let payload: WebhookPayload = serde_json::from_str(payload).unwrap();
    assert!(matches!(payload.events[0], Event::LampOn(_)));
    assert_eq!(payload.events[0].created_at().as_str(), "");
}

#[test]
fn events_that_the_document_lacks_are_corrections() {
    let Event::PokeAdded(poke) = event("poke:added", r#"{"force":3}"#) else { panic!("not poke:added") };
    assert_eq!(poke.payload.force, Some(3));
    assert!(matches!(event("beat", "{}"), Event::Beat(_)));
    let models = include_str!("../../generated/models/mod.rs");
    assert!(!models.contains("other_lamp") && !models.contains("lost_event"), "{models}");
}
