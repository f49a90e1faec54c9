use sunshine_conversations::models::{AppId, Event, WebhookId};
use sunshine_conversations::webhook::Receiver;

use crate::server::{Server, json as json_response};

#[test]
fn an_operation_without_an_id_is_named_after_its_route() {
    let server = Server::responding("");
    server.client().get_ping().send().unwrap();
    let request = server.only();
    assert_eq!((request.method(), request.path()), ("GET", "/ping"));
}

#[test]
fn errors_of_the_api_are_read() {
    let server =
        Server::handle(|_| json_response(404, r#"{"errors":[{"code":"gone","title":"Not here"}]}"#));
    let error = server.client().get_ping().send().unwrap_err();
    assert_eq!(error.status(), Some(404));
    assert!(error.to_string().contains("Not here"), "{error}");
}

#[test]
fn events_are_received() {
    let body = br#"{"app":{"id":"a"},"webhook":{"id":"w"},"events":[{"id":"1","type":"new:kind","createdAt":"2026-01-02T03:04:05Z","payload":{"a":1}}]}"#;
    let delivery = Receiver::new("s").receive(Some("s"), body).unwrap();
    assert!(matches!(delivery.events[0], Event::Unknown(_)));
    assert_eq!((delivery.events[0].id().as_str(), delivery.events[0].type_().as_ref()), ("1", "new:kind"));
    let _: (AppId, WebhookId) = ("a".into(), "w".into());
}
