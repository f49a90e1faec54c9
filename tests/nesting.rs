//! Deeply nested bodies, including those that fuzzing found.

use std::thread;

use crate::support::expect::{Fails, undecodable};
use serde_json::json;
use sunshine_conversations::models::*;
use sunshine_conversations::{Error, Json};

fn read(body: String) -> Result<Message, Error> {
    Json::from_text(body).unwrap().parse::<Message>()
}

/// A message that quotes a message, and so on, to this depth; the tags of unions are before or after the other fields.
fn quotes(times: usize, tag_first: bool) -> String {
    let (opening, closing) = match tag_first {
        true => (r#"{"id":"1","quotedMessage":{"type":"message","message":"#, "}}"),
        false => (r#"{"id":"1","quotedMessage":{"message":"#, r#","type":"message"}}"#),
    };
    [&opening.repeat(times), r#"{"id":"0"}"#, &closing.repeat(times)].concat()
}

/// On a thread with the default stack size.
fn on_a_thread(test: fn()) {
    thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(test).unwrap().join().unwrap();
}

#[test]
fn quotes_of_quotes_do_not_exhaust_the_stack() {
    on_a_thread(|| {
        for tag_first in [true, false] {
            for times in [17, 60, 1_000, 20_000] {
                let error = read(quotes(times, tag_first)).fails(undecodable());
                assert!(error.field().unwrap().starts_with("quotedMessage.message.quotedMessage"), "{error}");
                assert!(error.to_string().contains("more than 16 unions"), "{error}");
            }
        }
    });
}

/// The limit is beyond realistic bodies.
#[test]
fn some_quotes_of_quotes_are_read() {
    on_a_thread(|| {
        for tag_first in [true, false] {
            let body = quotes(16, tag_first);
            let message = read(body.clone()).unwrap();
            assert_eq!(
                serde_json::to_value(&message).unwrap(),
                serde_json::from_str::<serde_json::Value>(&body).unwrap()
            );
        }
    });
}

/// Siblings aren't limited, also after one that is nested too deeply.
#[test]
fn sibling_unions_are_not_limited() {
    assert!(read(quotes(17, false)).is_err());
    let message = json!({"id": "1", "content": {"text": "Hi", "type": "text"}, "quotedMessage": {"message": {"id": "0"}, "type": "message"}});
    let page: MessageListResponse =
        serde_json::from_value(json!({"messages": vec![message; 100], "meta": {}})).expect("a page");
    assert_eq!(page.messages.len(), 100);
}

/// A parser rejects it, but its secrets are found nevertheless.
#[test]
fn deep_json_is_printed_without_its_secrets() {
    on_a_thread(|| {
        let deep = format!("{{\"secret\":{}\"hush\"{}}}", "[".repeat(10_000), "]".repeat(10_000));
        let message = read(format!(r#"{{"id":"1","metadata":{deep}}}"#)).unwrap();
        let text = format!("{message:?}");
        assert!(text.contains("[\"***\"]") && !text.contains("hush"), "{text}");
    });
}

/// Free-form JSON is only parsed on demand, and then with limits.
#[test]
fn deep_free_form_json_is_kept() {
    on_a_thread(|| {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        let body = format!(r#"{{"id":"1","metadata":{deep}}}"#);
        let message = read(body.clone()).unwrap();
        assert_eq!(serde_json::to_string(&message).unwrap(), body);
        assert!(format!("{message:?}").contains("<200006 bytes of JSON>"), "{message:?}");
        let metadata = message.metadata.clone().unwrap();
        assert_eq!(metadata.entries().unwrap().count(), 1);
        assert_eq!(metadata.get::<String>("b").unwrap(), None);
        metadata.parse::<serde_json::Value>().fails(undecodable());
        assert_eq!(message, message.clone());
        assert_ne!(metadata, Json::from_text(deep.replacen(':', " :", 1)).unwrap());
        let error = read(format!(r#"{{"metadata":{deep},"id":7}}"#)).unwrap_err();
        assert_eq!(error.field(), Some("id"));
    });
}
