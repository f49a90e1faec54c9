//! Receives webhook deliveries: verifies the secret and decodes the events, with any web framework.
//!
//! The API sends a POST request with the webhook's secret in the header [`SECRET_HEADER`] and the events in the body. A handler
//! passes both to a [`Receiver`], processes the events or stores the body, and returns a status code within 20 seconds:
//!
//! ```
//! use sunshine_conversations::models::Event;
//! use sunshine_conversations::webhook::{Receiver, SeenEvents};
//!
//! /// Returns the status code of the response.
//! fn handle(receiver: &Receiver, seen: &SeenEvents, secret: Option<&str>, body: &[u8]) -> u16 {
//!     let delivery = match receiver.receive(secret, body) {
//!         Ok(delivery) => delivery,
//!         Err(error) => return error.status(),
//!     };
//!     for failed in &delivery.failed {
//!         eprintln!("skipped: {failed}");
//!     }
//!     for event in delivery.events {
//!         if !seen.is_new(&event.id()) {
//!             continue; // a redelivery
//!         }
//!         match event {
//!             Event::ConversationMessage(event) => println!("{:?}", event.payload.message),
//!             Event::Unknown(json) => println!("unknown event: {}", json.as_str()),
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
//! The API delivers events at most five times within 15 minutes. It stops after a response with a 2xx status code, or with 400,
//! 401, 403, 404 or 406. After 200, events that your program fails to process are lost; the
//! [cookbook](crate::cookbook#process-deliveries-without-losing-events) shows how to avoid that. Delivery order isn't guaranteed.

pub mod testing;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use log::warn;
use subtle::{Choice, ConstantTimeEq};

use crate::base::LOG;
use crate::base::repair::from_json;
use crate::decode::model::model;
use crate::error::{Error, ErrorKind};
use crate::models::{AppId, Event, WebhookId};
use crate::observer::{Observed, Observer};
use crate::value::extra::Extra;
use crate::value::json::Json;
use crate::value::secret::{Secret, check_white_space};

/// The request header that contains the webhook's secret.
pub const SECRET_HEADER: &str = "X-API-Key";

/// The default of [`Receiver::max_size`], in bytes: 4 MB.
///
/// A server needs to read at most one byte more than this to reject a larger body.
pub const MAX_SIZE: usize = 4 * 1024 * 1024;

/// Verifies the secret of webhook deliveries and decodes their events.
///
/// The secret is in the response of [`create_webhook`](crate::ApiClient::create_webhook). `Debug` masks it.
///
/// A secret that begins or ends with white space or contains line breaks can't match a header: trim the content of a file.
/// Such a secret is logged as a warning, [`check`](Self::check) returns an error, and [`receive`](Self::receive) rejects
/// requests with status code 500, so that the API redelivers the events.
#[doc(alias("signature", "hmac", "verify", "verify signature", "verify webhook"))]
#[derive(Clone, Debug)]
#[must_use = "a receiver does nothing until it receives"]
pub struct Receiver {
    secrets: Vec<Secret>,
    /// Why a secret is invalid. It isn't in `secrets`.
    fault: Option<&'static str>,
    max_size: usize,
    observer: Option<Arc<Observed>>,
}

impl Receiver {
    /// Creates a receiver for a webhook with this secret. An empty secret rejects every request.
    pub fn new(secret: impl Into<Secret>) -> Self {
        Self { secrets: Vec::new(), fault: None, max_size: MAX_SIZE, observer: None }.or_secret(secret)
    }

    /// Also accepts this secret, for example during rotation or for a second webhook.
    pub fn or_secret(mut self, secret: impl Into<Secret>) -> Self {
        let secret = secret.into();
        match check_white_space(secret.expose()) {
            Ok(()) => self.secrets.push(secret),
            Err(fault) => {
                warn!(target: LOG, "webhook secret: {fault}");
                self.fault = Some(fault);
            }
        }
        self
    }

    /// Checks the secrets, so that a program with an invalid one fails when it starts.
    ///
    /// ```
    /// use sunshine_conversations::webhook::Receiver;
    ///
    /// assert!(Receiver::new("5XJ85y").check().is_ok());
    /// assert!(Receiver::new("5XJ85y\n").check().is_err());
    /// ```
    ///
    /// # Errors
    /// If a secret is empty, begins or ends with white space, or contains line breaks.
    pub fn check(&self) -> crate::Result<()> {
        let is_empty = self.secrets.iter().any(|secret| secret.expose().is_empty());
        match self.fault.or(is_empty.then_some("must not be empty")) {
            Some(fault) => Err(Error::configuration(format!("webhook secret: {fault}"))),
            None => Ok(()),
        }
    }

    /// Sets the largest body, in bytes. Defaults to [`MAX_SIZE`].
    ///
    /// The body is already in memory when it is checked, so also limit the size of requests in your server.
    pub fn max_size(mut self, bytes: usize) -> Self {
        self.max_size = bytes;
        self
    }

    /// Sets an observer of unknown fields, enum values and event types: see [`Observer::drift`]. None by default.
    #[doc(alias("drift", "api changes"))]
    pub fn observer(mut self, observer: impl Observer + 'static) -> Self {
        self.observer = Some(Arc::new(Observed::new(observer)));
        self
    }

    /// Verifies the secret and decodes the events.
    ///
    /// `secret` is the value of the request header [`SECRET_HEADER`]: text, bytes, or the header type of a web framework. It is
    /// compared in constant time. An event that doesn't match its type doesn't affect the others: it is in
    /// [`Delivery::failed`] with its JSON.
    ///
    /// # Errors
    /// If the secret is missing or wrong, if the receiver's own secret is invalid, or if the body is too large or isn't a
    /// webhook body. Respond with [`ReceiveError::status`].
    pub fn receive<S: AsRef<[u8]> + ?Sized>(&self, secret: Option<&S>, body: &[u8]) -> Result<Delivery, ReceiveError> {
        let Some(secret) = secret else { return Err(ReceiveError(Reason::MissingSecret)) };
        if !self.accepts(secret.as_ref()) {
            // The request may have the correct secret.
            return Err(ReceiveError(self.fault.map_or(Reason::WrongSecret, Reason::InvalidSecret)));
        }
        if body.len() > self.max_size {
            return Err(ReceiveError(Reason::TooLarge { size: body.len(), limit: self.max_size }));
        }
        let delivery = match &self.observer {
            None => Delivery::read(body),
            Some(observer) => observer.read("webhook", || Delivery::read(body)),
        };
        delivery.map_err(|error| ReceiveError(Reason::Body(error)))
    }

    /// Compares with every secret, so that the time doesn't depend on which one matches.
    fn accepts(&self, received: &[u8]) -> bool {
        let matches = |secret: &Secret| {
            let secret = secret.expose().as_bytes();
            Choice::from(u8::from(!secret.is_empty())) & secret.ct_eq(received)
        };
        self.secrets.iter().fold(Choice::from(0), |accepted, secret| accepted | matches(secret)).into()
    }
}

/// A webhook delivery: its events, and the app and webhook that they belong to.
///
/// [`read`](Self::read) decodes a body if the secret has already been verified.
#[derive(Debug)]
#[non_exhaustive]
pub struct Delivery {
    /// The app.
    pub app: WebhookApp,
    /// The webhook.
    pub webhook: WebhookRef,
    /// The events, in the order of the body. A type that this version of the crate doesn't know is [`Event::Unknown`].
    pub events: Vec<Event>,
    /// The events that don't match their type.
    pub failed: Vec<FailedEvent>,
    /// All events as the API sent them, decoded or not, in the order of the body.
    pub raw: Vec<Json>,
    extra: Extra,
}

impl Delivery {
    /// Decodes a body without verifying a secret.
    ///
    /// # Errors
    /// If the body isn't JSON or doesn't match the schema of a webhook body. The error names the field.
    // Inlined, so that the decoders of events are only compiled in programs that use them.
    #[inline]
    pub fn read(body: &[u8]) -> crate::Result<Self> {
        let payload: envelope::WebhookPayload = from_json(body).map_err(|error| invalid_envelope(body, &error))?;
        let extra = payload.extra().clone();
        let envelope::WebhookPayload { app, webhook, events: raw, .. } = payload;
        let mut delivery = Self { app, webhook, events: Vec::with_capacity(raw.len()), failed: Vec::new(), raw, extra };
        for (index, json) in delivery.raw.iter().enumerate() {
            match json.parse() {
                Ok(event) => delivery.events.push(event),
                Err(error) => delivery.failed.push(FailedEvent { index, json: json.clone(), error }),
            }
        }
        Ok(delivery)
    }

    /// Returns the fields of the body that this version of the crate doesn't know.
    #[must_use]
    #[inline]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }
}

/// Returns the error for a body that isn't a webhook body.
fn invalid_envelope(body: &[u8], error: &serde_json::Error) -> Error {
    if !error.is_data() {
        return Error::not_json(error);
    }
    let version = from_json::<Json>(body).ok().and_then(|body| body.get::<String>("version").ok()?);
    match version {
        Some(version) if version.starts_with("v1") => Error::new(
            ErrorKind::Decode,
            format!("unsupported webhook version {version}; create the webhook with version 2 of the API"),
        ),
        _ => Error::mismatch(body, error),
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
    /// A webhook body, for code that decodes or serializes it without a [`Receiver`].
    ///
    /// If one event doesn't match its type, decoding fails. [`Delivery`] keeps the other events in that case.
    pub struct WebhookPayload {
        /// The app.
        default app: WebhookApp = "app";
        /// The webhook.
        default webhook: WebhookRef = "webhook";
        /// The events, usually one.
        required events: [Event] = "events";
    }
}

/// A body whose events aren't decoded yet. Errors contain the name of the struct.
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

/// An event that doesn't match its type.
#[derive(Debug)]
#[non_exhaustive]
pub struct FailedEvent {
    /// The index of the event in the body, from 0.
    pub index: usize,
    /// The event as the API sent it.
    pub json: Json,
    error: Error,
}

impl FailedEvent {
    /// Returns the ID of the event. Empty if the event doesn't have one.
    #[must_use]
    #[inline]
    pub fn id(&self) -> String {
        self.text("id")
    }

    /// Returns the type of the event, for example `conversation:message`. Empty if the event doesn't have one.
    #[must_use]
    #[inline]
    pub fn type_(&self) -> String {
        self.text("type")
    }

    /// Returns the path of the field that doesn't match, for example `events[3].payload.message.content.text`.
    #[must_use]
    #[inline]
    pub fn field(&self) -> String {
        match self.error.field() {
            None | Some("") => format!("events[{}]", self.index),
            Some(field) => format!("events[{}].{field}", self.index),
        }
    }

    /// Returns the error.
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

/// Why a webhook request was rejected.
pub struct ReceiveError(Reason);

enum Reason {
    MissingSecret,
    WrongSecret,
    InvalidSecret(&'static str),
    TooLarge { size: usize, limit: usize },
    Body(Error),
}

impl ReceiveError {
    /// Returns the status code to respond with: 401 if the secret is missing or wrong, 500 if the [`Receiver`]'s own secret is
    /// invalid, 413 if the body is too large, and 400 if it can't be decoded.
    ///
    /// The API doesn't redeliver events after 400 and 401.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self.0 {
            Reason::MissingSecret | Reason::WrongSecret => 401,
            Reason::InvalidSecret(_) => 500,
            Reason::TooLarge { .. } => 413,
            Reason::Body(_) => 400,
        }
    }

    /// Returns the path of the field that doesn't match, for example `events`. `None` if the body isn't JSON or if the request
    /// was rejected for another reason.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match &self.0 {
            Reason::Body(error) => error.field(),
            _ => None,
        }
    }
}

impl fmt::Display for ReceiveError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::MissingSecret => write!(f, "missing header {SECRET_HEADER}"),
            Reason::WrongSecret => write!(f, "header {SECRET_HEADER}: wrong secret"),
            Reason::InvalidSecret(fault) => write!(f, "the receiver's webhook secret {fault}"),
            Reason::TooLarge { size, limit } => {
                write!(
                    f,
                    "body too large: {size} bytes exceed the limit of {limit}; set `Receiver::max_size` to raise it"
                )
            }
            Reason::Body(error) => write!(f, "invalid webhook body: {error}"),
        }
    }
}

impl fmt::Debug for ReceiveError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReceiveError({}: {self})", self.status())
    }
}

impl std::error::Error for ReceiveError {}

/// Remembers recent event IDs, so that redelivered events can be skipped.
///
/// When it is full, the oldest ID is discarded. Each ID takes about 100 bytes, so 10,000 IDs take a megabyte. The API redelivers
/// events within 15 minutes, so the capacity should be the number of events in that time. Threads can share one. A service
/// that runs on several machines needs shared storage instead.
#[doc(alias("deduplicate", "idempotency"))]
#[derive(Debug)]
pub struct SeenEvents {
    capacity: usize,
    ids: Mutex<Ids>,
}

#[derive(Debug, Default)]
struct Ids {
    /// The IDs and their position in `order`.
    known: HashMap<Arc<str>, u64>,
    /// From the oldest to the newest.
    order: BTreeMap<u64, Arc<str>>,
    next: u64,
}

impl SeenEvents {
    /// Creates a set of up to `capacity` IDs, and at least one.
    #[must_use]
    #[inline]
    pub fn new(capacity: usize) -> Self {
        Self { capacity: capacity.max(1), ids: Mutex::default() }
    }

    /// Adds an event ID, and returns `true` if it is new. An empty ID is always new.
    #[must_use = "events that aren't new should be skipped"]
    #[inline]
    pub fn is_new(&self, id: &str) -> bool {
        if id.is_empty() {
            return true;
        }
        let mut ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        if ids.known.contains_key(id) {
            return false;
        }
        if ids.order.len() == self.capacity
            && let Some((_, oldest)) = ids.order.pop_first()
        {
            ids.known.remove(&oldest);
        }
        let (id, position) = (Arc::<str>::from(id), ids.next);
        ids.next += 1;
        ids.known.insert(Arc::clone(&id), position);
        ids.order.insert(position, id);
        true
    }

    /// Removes an event ID, so that a redelivery counts as new. Use it if processing failed and you respond with 503.
    #[inline]
    pub fn remove(&self, id: &str) {
        let mut ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(position) = ids.known.remove(id) {
            ids.order.remove(&position);
        }
    }
}
