//! Observers of calls: metrics, traces and changes of the API.

use std::collections::HashSet;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::Method;
use log::warn;

use crate::base::LOG;
use crate::decode::drift::{self, Found};
use crate::error::ErrorKind;

pub use crate::decode::drift::DriftKind;

/// How many unknown parts an observer remembers.
const MAX_DRIFT: usize = 1000;

/// Is called before and after each attempt of a call, at the end of each call, and for unknown parts of responses.
///
/// The methods do nothing by default. They are called on the thread of the call, so they should be fast. Events don't contain
/// secrets, bodies, IDs or query parameters. A panic of an observer doesn't affect the call: the first one is logged.
/// Downloads aren't calls of the API, so they aren't reported.
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
/// use std::sync::Arc;
/// use sunshine_conversations::ApiClient;
/// use sunshine_conversations::observer::{CallEnd, Observer};
///
/// #[derive(Default)]
/// struct Failures(AtomicU64);
///
/// impl Observer for Failures {
///     fn call_end(&self, call: &CallEnd<'_>) {
///         if call.error.is_some() {
///             self.0.fetch_add(1, Ordering::Relaxed);
///         }
///     }
/// }
///
/// let failures = Arc::new(Failures::default());
/// let api = ApiClient::builder().subdomain("acme").observer(Arc::clone(&failures)).build()?;
/// assert_eq!(failures.0.load(Ordering::Relaxed), 0);
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
#[doc(alias("metrics", "tracing", "opentelemetry", "middleware", "hook", "interceptor"))]
pub trait Observer: Send + Sync {
    /// Called before an attempt is sent, after the wait for the rate limit.
    fn attempt_start(&self, attempt: &AttemptStart<'_>) {
        let _ = attempt;
    }

    /// Called after an attempt.
    fn attempt_end(&self, attempt: &AttemptEnd<'_>) {
        let _ = attempt;
    }

    /// Called at the end of a call, also if its arguments are invalid and nothing was sent. A call whose response doesn't
    /// match its type ends before it is decoded.
    fn call_end(&self, call: &CallEnd<'_>) {
        let _ = call;
    }

    /// Called the first time that a response or webhook has a field, enum value or tag that this version of the crate doesn't
    /// know. The crate keeps such parts, so nothing is lost; a newer version may have types for them.
    ///
    /// Once for each type and name; at most 1000 are remembered.
    fn drift(&self, drift: &Drift<'_>) {
        let _ = drift;
    }
}

impl<T: Observer + ?Sized> Observer for Arc<T> {
    fn attempt_start(&self, attempt: &AttemptStart<'_>) {
        (**self).attempt_start(attempt);
    }

    fn attempt_end(&self, attempt: &AttemptEnd<'_>) {
        (**self).attempt_end(attempt);
    }

    fn call_end(&self, call: &CallEnd<'_>) {
        (**self).call_end(call);
    }

    fn drift(&self, drift: &Drift<'_>) {
        (**self).drift(drift);
    }
}

/// The start of an attempt.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct AttemptStart<'a> {
    /// The operation's name in the API reference, for example `GetUser`.
    pub operation: &'a str,
    /// The request method.
    pub method: &'a Method,
    /// The request path with parameter names in braces. `None` for [`ApiClient::request`](crate::ApiClient::request), whose
    /// path may contain IDs.
    pub path: Option<&'a str>,
    /// The number of the attempt, from 1.
    pub attempt: u32,
    /// The size of the request body in bytes, if it is known: not of forms with files.
    pub sent: Option<u64>,
}

/// The end of an attempt.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct AttemptEnd<'a> {
    /// The attempt.
    pub start: AttemptStart<'a>,
    /// The duration of the attempt.
    pub elapsed: Duration,
    /// The status code, if there was a response.
    pub status: Option<u16>,
    /// The category of the error, if the attempt failed.
    pub error: Option<ErrorKind>,
    /// The ID that the server gave the request.
    pub request_id: Option<&'a str>,
    /// The size of the response body in bytes after decompression, if it was read: not of streams and errors.
    pub received: Option<u64>,
}

/// The end of a call.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct CallEnd<'a> {
    /// The operation's name in the API reference, for example `GetUser`.
    pub operation: &'a str,
    /// The request method.
    pub method: &'a Method,
    /// The request path with parameter names in braces: see [`AttemptStart::path`].
    pub path: Option<&'a str>,
    /// How many times the request was sent. 0 if it was rejected before.
    pub attempts: u32,
    /// The duration of the call, including retries and waits.
    pub elapsed: Duration,
    /// The status code of the last response.
    pub status: Option<u16>,
    /// The category of the error, if the call failed.
    pub error: Option<ErrorKind>,
    /// The ID that the server gave the last request.
    pub request_id: Option<&'a str>,
    /// The size of the request body in bytes, if it is known.
    pub sent: Option<u64>,
    /// The size of the response body in bytes: see [`AttemptEnd::received`].
    pub received: Option<u64>,
}

/// A part of a response or event that this version of the crate doesn't know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Drift<'a> {
    /// Whether it is a field, an enum value or a tag.
    pub kind: DriftKind,
    /// The name of the type in this crate, for example `User`.
    pub type_name: &'a str,
    /// The name of the field, the enum value, or the tag, for example `conversation:poll`. Empty if it doesn't look like a
    /// name. The value of a field is never reported.
    pub name: &'a str,
    /// The operation's name in the API reference, or `webhook`.
    pub operation: &'a str,
}

/// An observer and its state.
pub(crate) struct Observed {
    observer: Box<dyn Observer>,
    has_panicked: AtomicBool,
    drift: Mutex<HashSet<Found>>,
}

impl Observed {
    pub(crate) fn new(observer: impl Observer + 'static) -> Self {
        Self { observer: Box::new(observer), has_panicked: AtomicBool::new(false), drift: Mutex::default() }
    }

    /// Calls the observer, whose panic doesn't affect the call.
    pub(crate) fn call(&self, method: impl FnOnce(&dyn Observer)) {
        let panicked = catch_unwind(AssertUnwindSafe(|| method(&*self.observer))).is_err();
        if panicked && !self.has_panicked.swap(true, Ordering::Relaxed) {
            warn!(target: LOG, "the observer panicked; further panics aren't logged");
        }
    }

    /// Reads with a closure, and reports the unknown parts.
    pub(crate) fn read<T>(&self, operation: &str, read: impl FnOnce() -> T) -> T {
        let (value, found) = drift::collect(read);
        for part in found {
            let is_new = {
                let mut known = self.drift.lock().unwrap_or_else(PoisonError::into_inner);
                known.len() < MAX_DRIFT && known.insert(part.clone())
            };
            if is_new {
                let Found { kind, type_name, name } = &part;
                self.call(|observer| observer.drift(&Drift { kind: *kind, type_name, name, operation }));
            }
        }
        value
    }
}

impl fmt::Debug for Observed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Observer")
    }
}
