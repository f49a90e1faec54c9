use sunshine_conversations::models::*;
use sunshine_conversations::webhook::WebhookPayload;

#[test]
fn events_are_decoded() {
    let body = r#"{"app":{"id":"a"},"events":[{"id":"1","type":"coin:flipped","payload":{"heads":true}},
        {"id":"2","type":"coin:lost","payload":{"place":null}},{"id":"3","type":"coin:found","payload":{}}]}"#;
    let events = serde_json::from_str::<WebhookPayload>(body).unwrap().events;
    let Event::CoinFlipped(flipped) = &events[0] else { panic!("{events:?}") };
    assert_eq!(flipped.payload.heads, Some(true));
    let Event::CoinLost(lost) = &events[1] else { panic!("{events:?}") };
    assert_eq!(lost.payload.place, None);
    assert!(matches!(events[2], Event::Unknown(_)));
    assert_eq!(events.iter().map(|event| event.id().to_string()).collect::<Vec<_>>(), ["1", "2", "3"]);
    assert_eq!(Trigger::CoinLost.as_str(), "coin:lost");
}
