//! Requests for tests of your webhook handler: a body with events, and the header with the secret.
//!
//! ```
//! use sunshine_conversations::models::Trigger;
//! use sunshine_conversations::serde_json::json;
//! use sunshine_conversations::webhook::{Receiver, testing};
//!
//! let message = json!({
//!     "conversation": {"id": "029c31"},
//!     "message": {"id": "5f1a", "author": {"type": "user"}, "content": {"type": "text", "text": "Hello?"}},
//! });
//! let request = testing::request("secret", [testing::event(Trigger::ConversationMessage, message)])?;
//!
//! // pass `request.header()` and `request.body()` to your handler
//! let delivery = Receiver::new("secret").receive(Some(request.secret()), request.body())?;
//! assert!(delivery.events[0].conversation_id().is_some_and(|id| *id == "029c31"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::Result;
use crate::models::Trigger;
use crate::value::json::{Json, ObjectText};
use crate::value::secret::Secret;
use crate::webhook::{Delivery, SECRET_HEADER};

/// The app in the body of a [`Request`].
pub const APP_ID: &str = "5d8cff3cd55b040010928b5b";
/// The webhook in the body of a [`Request`].
pub const WEBHOOK_ID: &str = "5e55aa8a6c0b4d0010d2c3f1";

/// Returns an event of a type with a payload. Its ID is different from those of other events, and it was created on January
/// 1, 2026.
///
/// To send an event that your test has already, serialize it: `Json::new(&event)`.
#[must_use]
pub fn event(type_: impl Into<Trigger>, payload: impl Into<Json>) -> Json {
    static NUMBER: AtomicU64 = AtomicU64::new(1);
    let text = |text: &str| serde_json::Value::from(text).to_string();
    let id = format!("{:024x}", 0x65_0000_0000_u64 + NUMBER.fetch_add(1, Ordering::Relaxed));
    let mut event = ObjectText::default();
    event.push("id", &text(&id));
    event.push("createdAt", &text("2026-01-01T00:00:00.000Z"));
    event.push("type", &text(type_.into().as_str()));
    event.push("payload", payload.into().as_str());
    Json::from_text(event.finish()).unwrap_or_default()
}

/// Returns a request with these events, as the API sends it.
///
/// # Errors
/// If an event doesn't match its type: the error names the field. An event of a type that this version of the crate doesn't
/// know can be sent.
pub fn request(secret: impl Into<Secret>, events: impl IntoIterator<Item = impl Into<Json>>) -> Result<Request> {
    let events: Vec<String> = events.into_iter().map(|event| event.into().as_str().to_owned()).collect();
    let body = format!(
        r#"{{"app":{{"id":"{APP_ID}"}},"webhook":{{"id":"{WEBHOOK_ID}","version":"v2"}},"events":[{}]}}"#,
        events.join(",")
    );
    match Delivery::read(body.as_bytes())?.failed.into_iter().next() {
        Some(failed) => Err(failed.error),
        None => Ok(Request { secret: secret.into(), body: body.into_bytes() }),
    }
}

/// A request to a webhook. Created by [`request`].
#[derive(Debug, Clone)]
pub struct Request {
    secret: Secret,
    body: Vec<u8>,
}

impl Request {
    /// Returns the name and the value of the header with the secret.
    #[must_use]
    pub fn header(&self) -> (&'static str, &str) {
        (SECRET_HEADER, self.secret())
    }

    /// Returns the value of the header with the secret.
    #[must_use]
    pub fn secret(&self) -> &str {
        self.secret.expose()
    }

    /// Returns the body: JSON.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::models::Event;
    use crate::webhook::Receiver;

    #[test]
    fn every_known_type_can_be_sent() {
        for trigger in Trigger::KNOWN {
            let request = request("secret", [event(trigger.clone(), json!({}))]).unwrap();
            let delivery = Receiver::new("secret").receive(Some(request.header().1), request.body()).unwrap();
            assert_eq!(delivery.app.id, APP_ID);
            assert_eq!(delivery.events[0].type_(), trigger.as_str());
            assert!(!matches!(delivery.events[0], Event::Unknown(_)), "{trigger:?}");
        }
    }

    #[test]
    fn an_event_that_does_not_match_its_type_is_an_error() {
        let message = json!({"message": {"id": 7}});
        let error = request("secret", [event(Trigger::ConversationMessage, message)]).unwrap_err();
        assert_eq!(error.field(), Some("payload.message.id"));
        let unknown = request("secret", [event("weather:changed", json!({"degrees": 7}))]).unwrap();
        assert!(Receiver::new("other").receive(Some(unknown.secret()), unknown.body()).is_err());
    }

    #[test]
    fn events_have_different_ids_and_secrets_are_masked() {
        let request = request("hush", [event("a", json!({})), event("a", json!({}))]).unwrap();
        let delivery = Delivery::read(request.body()).unwrap();
        assert_ne!(delivery.events[0].id(), delivery.events[1].id());
        assert!(!format!("{request:?}").contains("hush"));
    }
}
