//! Faults on demand: the next requests of a kind fail in a way that a test has chosen.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{HeaderName, HeaderValue, Method, Response, StatusCode, header};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::document::{Operation, document};
use crate::lock::lock;

/// A fault that requests meet: an error, a wait, or a connection that ends.
///
/// It meets the next request of any kind, once, before the operation has acted; [`on`](Self::on),
/// [`times`](Self::times), [`always`](Self::always) and [`after_acting`](Self::after_acting) say otherwise.
///
/// ```
/// use sunshine_conversations_sandbox::{Fault, Sandbox};
///
/// let sandbox = Sandbox::start()?;
/// // The next two posts are told to come again in a second.
/// sandbox.fault(Fault::status(429).retry_after(1).on("PostMessage").times(2))?;
/// // One user is created, but nobody hears of it.
/// sandbox.fault(Fault::close().after_acting().on("CreateUser"))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// As JSON, for [control over HTTP](crate#control-over-http), it has the same parts:
/// `{"kind": "status", "status": 429, "headers": {"retry-after": "1"}, "on": "PostMessage", "times": 2}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fault {
    #[serde(default)]
    kind: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    headers: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    #[serde(default)]
    delay_milliseconds: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    /// Null for always.
    #[serde(default = "once")]
    times: Option<u64>,
    #[serde(default)]
    after_acting: bool,
    #[serde(default)]
    hits: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Kind {
    #[default]
    Status,
    Delay,
    Close,
    Reset,
    Truncate,
}

fn once() -> Option<u64> {
    Some(1)
}

impl Fault {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            status: None,
            headers: BTreeMap::new(),
            body: None,
            delay_milliseconds: 0,
            on: None,
            times: once(),
            after_acting: false,
            hits: 0,
        }
    }

    /// An answer of this status, 200 to 599; where it is an error, with the API's error body.
    pub fn status(status: u16) -> Self {
        Self { status: Some(status), ..Self::new(Kind::Status) }
    }

    /// The usual answer, later.
    pub fn delay(delay: Duration) -> Self {
        Self::new(Kind::Delay).after(delay)
    }

    /// No answer: the connection is closed.
    pub fn close() -> Self {
        Self::new(Kind::Close)
    }

    /// No answer: the connection is reset.
    pub fn reset() -> Self {
        Self::new(Kind::Reset)
    }

    /// The usual answer, cut off in the middle of its body. The operation has acted.
    pub fn truncate() -> Self {
        Self { after_acting: true, ..Self::new(Kind::Truncate) }
    }

    /// A header of the answer.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.insert(name.into(), value.into());
        self
    }

    /// The header `Retry-After`, in seconds.
    pub fn retry_after(self, seconds: u64) -> Self {
        self.header("retry-after", seconds.to_string())
    }

    /// The body of the answer as it is, in place of the API's: a page of HTML, for instance, or half a JSON text.
    pub fn body(mut self, content_type: impl Into<String>, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self.header("content-type", content_type)
    }

    /// Lets the client wait before what else the fault does; to the millisecond.
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay_milliseconds = u64::try_from(delay.as_millis()).unwrap_or(u64::MAX);
        self
    }

    /// Which requests: those of an operation by its id (`PostMessage`), or by method and path, where the path is the
    /// document's (`POST /v2/apps/{appId}/users`) or one of a request.
    pub fn on(mut self, requests: impl Into<String>) -> Self {
        self.on = Some(requests.into());
        self
    }

    /// How many requests.
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    /// All requests, until the faults are cleared.
    pub fn always(mut self) -> Self {
        self.times = None;
        self
    }

    /// The operation acts, and its answer is lost: what a client that tries again must cope with.
    pub fn after_acting(mut self) -> Self {
        self.after_acting = true;
        self
    }

    /// How many requests have met it.
    pub fn hits(&self) -> u64 {
        self.hits
    }

    /// Whether the operation acts in spite of it.
    pub(crate) fn lets_act(&self) -> bool {
        self.after_acting || matches!(self.kind, Kind::Delay | Kind::Truncate)
    }

    pub(crate) fn wait(&self) -> Duration {
        Duration::from_millis(self.delay_milliseconds)
    }

    /// What becomes of the answer.
    pub(crate) fn effect(&self) -> Effect {
        match self.kind {
            Kind::Status => Effect::Answer(self.answer()),
            Kind::Delay => Effect::None,
            Kind::Close => Effect::Close,
            Kind::Reset => Effect::Reset,
            Kind::Truncate => Effect::Truncate,
        }
    }

    fn answer(&self) -> Response<Bytes> {
        let status = self.status.and_then(|status| StatusCode::from_u16(status).ok());
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let is_error = status.is_client_error() || status.is_server_error();
        let body = match &self.body {
            Some(body) => body.clone(),
            None if is_error => json!({"errors": [error(status)]}).to_string(),
            None => "{}".to_owned(),
        };
        let mut response = Response::new(body.into());
        *response.status_mut() = status;
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        for (name, value) in &self.headers {
            // Both were checked before the fault was taken.
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }

    fn is_for(&self, method: &Method, path: &str, operation: Option<&Operation>) -> bool {
        let Some(on) = &self.on else { return true };
        match on.split_once(' ') {
            None => operation.is_some_and(|operation| operation.id == *on),
            Some((m, p)) => {
                m.eq_ignore_ascii_case(method.as_str())
                    && (p == path || operation.is_some_and(|operation| operation.path == p))
            }
        }
    }

    /// A fault that meets nothing would let a test pass that tests nothing.
    fn check(&self) -> Result<(), InvalidFault> {
        let refuse = |what: String| Err(InvalidFault(what));
        match (self.kind, self.status) {
            (Kind::Status, Some(200..=599)) => {}
            (Kind::Status, Some(status)) => return refuse(format!("status: {status} is not between 200 and 599")),
            (Kind::Status, None) => return refuse("status: is required, unless there is another kind".to_owned()),
            (_, Some(_)) => return refuse("status: only with the kind `status`".to_owned()),
            (_, None) if self.body.is_some() || !self.headers.is_empty() => {
                return refuse("headers and body: only with the kind `status`".to_owned());
            }
            (_, None) => {}
        }
        for (name, value) in &self.headers {
            if name.parse::<HeaderName>().is_err() || value.parse::<HeaderValue>().is_err() {
                return refuse(format!("headers: {name:?} or its value is not allowed in a header"));
            }
            if name.eq_ignore_ascii_case("content-length") || name.eq_ignore_ascii_case("transfer-encoding") {
                return refuse(format!("headers: {name} is the server's own"));
            }
        }
        if self.kind == Kind::Delay && self.delay_milliseconds == 0 {
            return refuse("delayMilliseconds: must be 1 or more with the kind `delay`".to_owned());
        }
        if self.times == Some(0) {
            return refuse("times: must be 1 or more".to_owned());
        }
        let is_known = |on: &str| match on.split_once(' ') {
            None => document().operation(on).is_some(),
            // A template matches itself: its braces stand where a value may.
            Some((method, path)) => {
                let method = method.to_ascii_uppercase().parse();
                method.is_ok_and(|method| document().find(&method, path).is_some())
            }
        };
        match self.on.as_deref() {
            Some(on) if !is_known(on) => {
                refuse(format!("on: the document has no operation {on:?} (`GetUser`, or `GET /v2/apps/{{appId}}`)"))
            }
            _ => Ok(()),
        }
    }
}

/// What a fault makes of an answer.
pub(crate) enum Effect {
    None,
    Answer(Response<Bytes>),
    Close,
    Reset,
    Truncate,
}

fn error(status: StatusCode) -> serde_json::Value {
    let title = status.canonical_reason().unwrap_or("Error");
    let code = match status {
        StatusCode::INTERNAL_SERVER_ERROR => "internal_error".to_owned(),
        _ => title.to_lowercase().replace([' ', '-'], "_").replace('\'', ""),
    };
    json!({"code": code, "title": format!("{title} (a fault that was asked for)")})
}

/// Why a fault was not taken, with the part that is wrong.
#[derive(Debug)]
pub struct InvalidFault(String);

impl fmt::Display for InvalidFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidFault {}

/// The faults of a sandbox, in the order in which they were asked for.
#[derive(Default)]
pub(crate) struct Faults(Mutex<Vec<Fault>>);

impl Faults {
    pub(crate) fn add(&self, fault: Fault) -> Result<(), InvalidFault> {
        fault.check()?;
        lock(&self.0).push(Fault { hits: 0, ..fault });
        Ok(())
    }

    /// The first that is for this request and not used up; it is counted.
    pub(crate) fn next(&self, method: &Method, path: &str, operation: Option<&Operation>) -> Option<Fault> {
        let mut faults = lock(&self.0);
        let is_it = |fault: &&mut Fault| {
            fault.times.is_none_or(|times| fault.hits < times) && fault.is_for(method, path, operation)
        };
        let fault = faults.iter_mut().find(is_it)?;
        fault.hits += 1;
        Some(fault.clone())
    }

    pub(crate) fn all(&self) -> Vec<Fault> {
        lock(&self.0).clone()
    }

    pub(crate) fn clear(&self) {
        lock(&self.0).clear();
    }
}
