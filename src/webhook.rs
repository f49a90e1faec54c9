//! Receiving webhooks: from the header and the body of a request to typed events, with any web framework.
//!
//! The API calls a webhook with a POST: its secret in the header [`SECRET_HEADER`], events in the body. A handler gives both to a
//! [`Receiver`], answers with 200 soon (the API waits 20 seconds), and works on the events afterwards:
//!
//! ```
//! use sunshine_conversations::models::Event;
//! use sunshine_conversations::webhook::{Receiver, SeenEvents};
//!
//! /// What stands in any handler: from the request to the status to answer.
//! fn handle(receiver: &Receiver, seen: &SeenEvents, secret: Option<&str>, body: &[u8]) -> u16 {
//!     let delivery = match receiver.receive(secret, body) {
//!         Ok(delivery) => delivery,
//!         Err(refused) => return refused.status(),
//!     };
//!     for failed in &delivery.failed {
//!         eprintln!("passed over: {failed}");
//!     }
//!     for event in delivery.events {
//!         if !seen.is_new(&event.id()) {
//!             continue; // the API repeats what it got no answer to
//!         }
//!         match event {
//!             Event::ConversationMessage(event) => println!("{:?}", event.payload.message),
//!             Event::Unknown(json) => println!("something new: {}", json.as_str()),
//!             _ => {}
//!         }
//!     }
//!     200
//! }
//!
//! let receiver = Receiver::new("the webhook's secret");
//! let body = br#"{"app": {"id": "5d8c"}, "webhook": {"id": "5e55", "version": "v2"}, "events": []}"#;
//! assert_eq!(handle(&receiver, &SeenEvents::new(1_000), Some("the webhook's secret"), body), 200);
//! assert_eq!(handle(&receiver, &SeenEvents::new(1_000), Some("a guess"), body), 401);
//! assert_eq!(handle(&receiver, &SeenEvents::new(1_000), None, body), 401);
//! ```
//!
//! The API tries a call five times within 15 minutes, unless it is answered with a status of the 200s, or with 400, 401, 403, 404
//! or 406. It promises no order.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::sync::{Mutex, PoisonError};

use subtle::{Choice, ConstantTimeEq};

use crate::error::Error;
use crate::json::Json;
use crate::model::model;
use crate::models::{AppId, Event, WebhookId};
use crate::secret::Secret;

/// The header that carries a webhook's secret.
pub const SECRET_HEADER: &str = "X-API-Key";

/// The largest body that a [`Receiver`] reads unless told, in bytes: 4 MB. A server that reads no more than this, and one byte
/// that tells that there is more, need not hold what would be refused.
pub const MAX_SIZE: usize = 4 * 1024 * 1024;

/// Receives what a webhook is sent: knows its secret, and reads its events.
///
/// The secret is that of [`create_webhook`](crate::ApiClient::create_webhook)'s answer. `Debug` masks it.
#[derive(Clone, Debug)]
#[must_use = "a receiver does nothing until it receives"]
pub struct Receiver {
    secrets: Vec<Secret>,
    max_size: usize,
}

impl Receiver {
    /// A receiver for a webhook with this secret. An empty one lets nobody in.
    pub fn new(secret: impl Into<Secret>) -> Self {
        Self { secrets: vec![secret.into()], max_size: MAX_SIZE }
    }

    /// Another secret that is taken as well: while secrets are changed, or for a second webhook.
    pub fn or(mut self, secret: impl Into<Secret>) -> Self {
        self.secrets.push(secret.into());
        self
    }

    /// The largest body that is read, in bytes; [`MAX_SIZE`] unless told. Reading no more from the network is the server's part.
    pub fn max_size(mut self, bytes: usize) -> Self {
        self.max_size = bytes;
        self
    }

    /// Checks the secret, and reads the events.
    ///
    /// `secret` is the value of the request's header [`SECRET_HEADER`], if it has one. It is compared in a time that does
    /// not depend on how much of it is right. An event that does not fit its type costs none of the others: it is in
    /// [`Delivery::failed`], with its JSON.
    ///
    /// # Errors
    /// When the secret is missing or wrong, the body is too large, or it is not what a webhook is sent.
    /// [`Refused::status`] is what to answer with.
    pub fn receive<S: AsRef<[u8]> + ?Sized>(&self, secret: Option<&S>, body: &[u8]) -> Result<Delivery, Refused> {
        let Some(secret) = secret else { return Err(Refused(Reason::NoSecret)) };
        if !self.knows(secret.as_ref()) {
            return Err(Refused(Reason::WrongSecret));
        }
        if body.len() > self.max_size {
            return Err(Refused(Reason::TooLarge { size: body.len(), limit: self.max_size }));
        }
        Delivery::read(body).map_err(|error| Refused(Reason::Body(error)))
    }

    /// Looks at every secret, so that the time does not tell which it was.
    fn knows(&self, given: &[u8]) -> bool {
        let equal = |secret: &Secret| !secret.is_empty() & bool::from(secret.as_bytes().ct_eq(given));
        self.secrets.iter().fold(Choice::from(0), |known, secret| known | Choice::from(u8::from(equal(secret)))).into()
    }
}

/// What a webhook was sent.
///
/// [`read`](Self::read) makes it of a body alone, where the secret was checked elsewhere.
#[derive(Debug)]
#[non_exhaustive]
pub struct Delivery {
    /// The app in which it happened.
    pub app: WebhookApp,
    /// The webhook that is called.
    pub webhook: WebhookRef,
    /// What happened, in the order of the body. A kind that this version of the crate does not know is
    /// [`Event::Unknown`].
    pub events: Vec<Event>,
    /// The events that are of a known kind and do not fit it.
    pub failed: Vec<FailedEvent>,
}

impl Delivery {
    /// Reads a body, without a look at any secret.
    ///
    /// # Errors
    /// When it is not the JSON of a webhook's body; the error names the field.
    // The readers of all events are compiled where they are called for, and not in this crate.
    #[inline]
    pub fn read(body: &[u8]) -> crate::Result<Self> {
        let envelope::WebhookPayload { app, webhook, events: texts, .. } = serde_json::from_slice(body)
            .map_err(|error| if error.is_data() { Error::mismatch(body, &error) } else { Error::not_json(&error) })?;
        let mut delivery = Self { app, webhook, events: Vec::with_capacity(texts.len()), failed: Vec::new() };
        for (index, json) in texts.into_iter().enumerate() {
            match json.to() {
                Ok(event) => delivery.events.push(event),
                Err(error) => delivery.failed.push(FailedEvent { index, json, error }),
            }
        }
        Ok(delivery)
    }
}

model! {
    /// The app of a webhook delivery.
    pub struct WebhookApp {
        /// The ID of the app. Empty if the API doesn't send it.
        default id: AppId = "id" as Text;
    }
    also blank
}

model! {
    /// The webhook of a webhook delivery.
    pub struct WebhookRef {
        /// The ID of the webhook. Empty if the API doesn't send it.
        default id: WebhookId = "id" as Text;
        /// The version of the payload, for example `v2`.
        option version: String = "version" as Text;
    }
    also blank
}

model! {
    /// The body of a webhook delivery, for code that decodes it without a [`Receiver`].
    ///
    /// An event that doesn't match its type makes decoding fail. [`Delivery`] keeps the other events in that case.
    pub struct WebhookPayload {
        /// The app.
        default app: WebhookApp = "app";
        /// The webhook.
        default webhook: WebhookRef = "webhook";
        /// The events, usually one.
        required events: [Event] = "events";
    }
}

/// A body whose events aren't decoded yet. Errors have the name of the struct.
#[allow(dead_code, reason = "nothing reads its unknown fields")]
mod envelope {
    use super::{Json, WebhookApp, WebhookRef, model};

    model! {
        /// A webhook body.
        pub struct WebhookPayload {
            /// The app.
            default app: WebhookApp = "app";
            /// The webhook.
            default webhook: WebhookRef = "webhook";
            /// The events.
            required events: [Json] = "events";
        }
    }
}

/// An event of a known kind that does not fit it.
#[derive(Debug)]
#[non_exhaustive]
pub struct FailedEvent {
    /// Its place in the body, counted from 0.
    pub index: usize,
    /// The event as it was sent.
    pub json: Json,
    error: Error,
}

impl FailedEvent {
    /// The event's id; empty where it has none.
    #[must_use]
    #[inline]
    pub fn id(&self) -> String {
        self.text("id")
    }

    /// The event's type: `conversation:message`; empty where it has none.
    #[must_use]
    #[inline]
    pub fn type_(&self) -> String {
        self.text("type")
    }

    /// Where it does not fit: `events[3].payload.message.content.text`.
    #[must_use]
    #[inline]
    pub fn field(&self) -> String {
        match self.error.field() {
            None | Some("") => format!("events[{}]", self.index),
            Some(field) => format!("events[{}].{field}", self.index),
        }
    }

    /// What does not fit.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.error
    }

    #[inline]
    fn text(&self, key: &str) -> String {
        self.json.get(key).ok().flatten().unwrap_or_default()
    }
}

impl fmt::Display for FailedEvent {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "events[{}] {}: {}", self.index, self.type_(), self.error)
    }
}

/// Why a request was not taken for a call of the webhook.
pub struct Refused(Reason);

enum Reason {
    NoSecret,
    WrongSecret,
    TooLarge { size: usize, limit: usize },
    Body(Error),
}

impl Refused {
    /// The status to answer with: 401 where the secret is missing or wrong, 413 where the body is too large, 400 where
    /// it cannot be read. The API does not repeat a call after 400 and 401.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self.0 {
            Reason::NoSecret | Reason::WrongSecret => 401,
            Reason::TooLarge { .. } => 413,
            Reason::Body(_) => 400,
        }
    }

    /// Where the body does not fit: `webhook.id`. `None` where the reason is another, or the body is no JSON.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match &self.0 {
            Reason::Body(error) => error.field(),
            _ => None,
        }
    }
}

impl fmt::Display for Refused {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::NoSecret => write!(f, "the request has no header {SECRET_HEADER}"),
            Reason::WrongSecret => write!(f, "the secret in the header {SECRET_HEADER} is not the webhook's"),
            Reason::TooLarge { size, limit } => {
                write!(f, "the body has {size} bytes, more than {limit}; `Receiver::max_size` sets the limit")
            }
            Reason::Body(error) => write!(f, "not the body of a webhook: {error}"),
        }
    }
}

impl fmt::Debug for Refused {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Refused({}: {self})", self.status())
    }
}

impl std::error::Error for Refused {}

/// The ids of the events that were seen lately, to pass over those that the API sends again.
///
/// It holds as many as it is told to, and forgets the oldest first: at about 100 bytes each, 10,000 take a megabyte. The API
/// repeats a call within 15 minutes, so hold what comes in that time. Threads can share it; a program that runs on several machines needs a
/// place that they share instead.
#[derive(Debug)]
pub struct SeenEvents {
    capacity: usize,
    ids: Mutex<Ids>,
}

#[derive(Debug, Default)]
struct Ids {
    known: HashSet<String>,
    order: VecDeque<String>,
}

impl SeenEvents {
    /// Room for so many ids; one at least.
    #[must_use]
    #[inline]
    pub fn new(capacity: usize) -> Self {
        Self { capacity: capacity.max(1), ids: Mutex::default() }
    }

    /// Whether an event is seen for the first time; it is known from then on. An event without an id is always new.
    #[must_use = "it is what tells whether to act on the event"]
    #[inline]
    pub fn is_new(&self, id: &str) -> bool {
        if id.is_empty() {
            return true;
        }
        let mut ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        if ids.known.contains(id) {
            return false;
        }
        if ids.order.len() == self.capacity
            && let Some(oldest) = ids.order.pop_front()
        {
            ids.known.remove(&oldest);
        }
        ids.known.insert(id.to_owned());
        ids.order.push_back(id.to_owned());
        true
    }

    /// Forgets an event, so that it is new when it comes again: where acting on it failed, and the API is answered with
    /// 500 to send it once more.
    #[inline]
    pub fn forget(&self, id: &str) {
        let mut ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        if ids.known.remove(id) {
            ids.order.retain(|known| known != id);
        }
    }
}
