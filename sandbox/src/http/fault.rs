//! Injected faults: the next matching requests fail in a way that a test selects.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{HeaderName, HeaderValue, Method, Response, StatusCode, header};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::spec::document::{Operation, document};
use crate::util::lock::lock;

/// A fault to inject: an error response, a delay, or a closed connection.
///
/// By default, it applies to the next request of any kind, once, before the operation is performed. [`on`](Self::on),
/// [`times`](Self::times), [`always`](Self::always) and [`after_acting`](Self::after_acting) change that.
///
/// ```
/// use sunshine_conversations_sandbox::{Fault, Sandbox};
///
/// let sandbox = Sandbox::start()?;
/// // the next two posts get 429 with `Retry-After: 1`
/// sandbox.fault(Fault::status(429).retry_after(1).on("PostMessage").times(2))?;
/// // one user is created, but the response is lost
/// sandbox.fault(Fault::close().after_acting().on("CreateUser"))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The JSON form, for [control over HTTP](crate#control-over-http), has the same parts:
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
    /// Null means always.
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

    /// Responds with this status code, 200 to 599. For errors, the body is the API's error body.
    pub fn status(status: u16) -> Self {
        Self { status: Some(status), ..Self::new(Kind::Status) }
    }

    /// Delays the usual response.
    pub fn delay(delay: Duration) -> Self {
        Self::new(Kind::Delay).after(delay)
    }

    /// Closes the connection without a response.
    pub fn close() -> Self {
        Self::new(Kind::Close)
    }

    /// Resets the connection without a response.
    pub fn reset() -> Self {
        Self::new(Kind::Reset)
    }

    /// Sends half of the usual response's body. The operation is performed.
    pub fn truncate() -> Self {
        Self { after_acting: true, ..Self::new(Kind::Truncate) }
    }

    /// Adds a response header.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.insert(name.into(), value.into());
        self
    }

    /// Adds the header `Retry-After`, in seconds.
    pub fn retry_after(self, seconds: u64) -> Self {
        self.header("retry-after", seconds.to_string())
    }

    /// Sets the response body: an HTML page, for example, or truncated JSON.
    pub fn body(mut self, content_type: impl Into<String>, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self.header("content-type", content_type)
    }

    /// Delays the response before applying the fault, in milliseconds.
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay_milliseconds = u64::try_from(delay.as_millis()).unwrap_or(u64::MAX);
        self
    }

    /// Selects requests: by operation ID (`PostMessage`), or by method and path, with the document's path (`POST
    /// /v2/apps/{appId}/users`) or that of a request.
    pub fn on(mut self, requests: impl Into<String>) -> Self {
        self.on = Some(requests.into());
        self
    }

    /// Sets how many requests the fault applies to.
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    /// Applies the fault to all requests until the faults are cleared.
    pub fn always(mut self) -> Self {
        self.times = None;
        self
    }

    /// Performs the operation but loses its response, to test retries.
    pub fn after_acting(mut self) -> Self {
        self.after_acting = true;
        self
    }

    /// Returns how many requests the fault has applied to.
    pub fn hits(&self) -> u64 {
        self.hits
    }

    /// Whether the operation is performed.
    pub(crate) fn performs_operation(&self) -> bool {
        self.after_acting || matches!(self.kind, Kind::Delay | Kind::Truncate)
    }

    pub(crate) fn wait(&self) -> Duration {
        Duration::from_millis(self.delay_milliseconds)
    }

    /// Returns the effect on the response.
    pub(crate) fn effect(&self) -> Effect {
        match self.kind {
            Kind::Status => Effect::Respond(self.response()),
            Kind::Delay => Effect::None,
            Kind::Close => Effect::Close,
            Kind::Reset => Effect::Reset,
            Kind::Truncate => Effect::Truncate,
        }
    }

    fn response(&self) -> Response<Bytes> {
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
            // Both were checked when the fault was added.
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

    /// A fault that never applies would make a test pass that tests nothing.
    fn check(&self) -> Result<(), InvalidFault> {
        let reject = |what: String| Err(InvalidFault(what));
        match (self.kind, self.status) {
            (Kind::Status, Some(200..=599)) => {}
            (Kind::Status, Some(status)) => return reject(format!("status: {status} isn't between 200 and 599")),
            (Kind::Status, None) => return reject("status: required with the kind `status`".to_owned()),
            (_, Some(_)) => return reject("status: only with the kind `status`".to_owned()),
            (_, None) if self.body.is_some() || !self.headers.is_empty() => {
                return reject("headers and body: only with the kind `status`".to_owned());
            }
            (_, None) => {}
        }
        for (name, value) in &self.headers {
            if name.parse::<HeaderName>().is_err() || value.parse::<HeaderValue>().is_err() {
                return reject(format!("headers: {name:?} or its value isn't valid in a header"));
            }
            if name.eq_ignore_ascii_case("content-length") || name.eq_ignore_ascii_case("transfer-encoding") {
                return reject(format!("headers: {name} is set by the server"));
            }
        }
        if self.kind == Kind::Delay && self.delay_milliseconds == 0 {
            return reject("delayMilliseconds: must be 1 or more with the kind `delay`".to_owned());
        }
        if self.times == Some(0) {
            return reject("times: must be 1 or more".to_owned());
        }
        let is_known = |on: &str| match on.split_once(' ') {
            None => document().operation(on).is_some(),
            // A template matches itself: its braces are valid path segments.
            Some((method, path)) => {
                let method = method.to_ascii_uppercase().parse();
                method.is_ok_and(|method| document().find(&method, path).is_some())
            }
        };
        match self.on.as_deref() {
            Some(on) if !is_known(on) => {
                reject(format!("on: {}; use the form `GetUser` or `GET /v2/apps/{{appId}}`", document().unknown(on)))
            }
            _ => Ok(()),
        }
    }
}

/// The effect of a fault on a response.
pub(crate) enum Effect {
    None,
    Respond(Response<Bytes>),
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
    json!({"code": code, "title": format!("{title} (injected fault)")})
}

/// An invalid fault. The message names the invalid field.
#[derive(Debug)]
pub struct InvalidFault(String);

impl fmt::Display for InvalidFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidFault {}

/// The faults of a sandbox, in the order they were added.
#[derive(Default)]
pub(crate) struct Faults(Mutex<Vec<Fault>>);

impl Faults {
    pub(crate) fn add(&self, fault: Fault) -> Result<(), InvalidFault> {
        fault.check()?;
        lock(&self.0).push(Fault { hits: 0, ..fault });
        Ok(())
    }

    /// Returns the first fault that applies to this request, and counts the hit.
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
