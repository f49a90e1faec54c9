//! Retries of failed calls.

use std::time::{Duration, SystemTime};

use http::header::RETRY_AFTER;
use http::{HeaderMap, Method};

use crate::error::{Error, ErrorKind};
use crate::upload::random;

/// Controls whether and when failed calls are retried.
///
/// By default, a call is retried up to 2 times. It is never retried if it could then be performed twice:
///
/// | Failure | GET, DELETE, PUT | POST, PATCH |
/// | --- | --- | --- |
/// | Connection failed: refused, host not found, timed out | retried | retried |
/// | 429 | retried | retried |
/// | 503 with `Retry-After` | retried | retried |
/// | 408, 502, 503, 504 | retried | not retried |
/// | Connection lost, timed out, or incomplete response | retried | not retried |
/// | Any other response, untrusted certificate | not retried | not retried |
///
/// [`Call::idempotent`](crate::Call::idempotent) applies the left column to one call. An upload from a reader can't be
/// retried after reading has started.
///
/// If the response to a DELETE is lost, the retry may return 404, because the resource is already gone.
///
/// The delay before a retry is random ("full jitter"), between zero and [`base_delay`](Self::base_delay). The maximum
/// doubles for each further retry, up to [`max_delay`](Self::max_delay). After a lost connection, the first retry is
/// immediate and uses a new connection, because the server usually closed an idle one. If the server sends
/// `Retry-After`, that delay is used.
///
/// A 429 (rate limit) or 503 whose `Retry-After` exceeds [`max_retry_after`](Self::max_retry_after) isn't retried: the call
/// fails immediately, and [`Error::retry_after`](crate::Error::retry_after) returns the delay.
///
/// The timeout of the client or the call is the deadline for all attempts and delays. If a delay would exceed it, the
/// call fails immediately. To wait for a long `Retry-After`, raise both `max_retry_after` and the timeout.
///
/// ```
/// use std::time::Duration;
/// use sunshine_conversations::{ApiClient, RetryPolicy};
///
/// let api = ApiClient::builder()
///     .subdomain("acme")
///     .retry(RetryPolicy::new().max_retries(5).max_retry_after(Duration::from_secs(120)))
///     .timeout(Duration::from_secs(300))
///     .build()?;
/// // this call only: one attempt
/// let call = api.list_apps().retry(RetryPolicy::none());
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a policy does nothing until it is set on a client or a call"]
pub struct RetryPolicy {
    max_retries: u32,
    base_delay: Duration,
    max_delay: Duration,
    max_retry_after: Duration,
    attempt_timeout: Option<Duration>,
}

impl RetryPolicy {
    /// Creates the default policy: 2 retries, delays of up to 0.5 and 1 seconds, `Retry-After` of up to 60 seconds, 30
    /// seconds per attempt.
    pub fn new() -> Self {
        Self {
            max_retries: 2,
            base_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(8),
            max_retry_after: Duration::from_secs(60),
            attempt_timeout: Some(Duration::from_secs(30)),
        }
    }

    /// Creates a policy without retries.
    pub fn none() -> Self {
        Self::new().max_retries(0)
    }

    /// Sets the maximum number of retries. Defaults to 2.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Sets the upper bound of the delay before the first retry. Defaults to 0.5 seconds.
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// Sets the upper bound of the backoff delay. Defaults to 8 seconds. Doesn't apply to `Retry-After`.
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// Sets the longest `Retry-After` to honor. Defaults to 60 seconds. A response with a longer one isn't retried.
    pub fn max_retry_after(mut self, wait: Duration) -> Self {
        self.max_retry_after = wait;
        self
    }

    /// Sets the timeout of an attempt, if another attempt can follow. Defaults to 30 seconds; `None` disables it.
    ///
    /// The last attempt, and a call that isn't retried after a timeout, such as a POST, can use the remaining time of
    /// the call.
    pub fn attempt_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.attempt_timeout = timeout.into();
        self
    }

    /// Returns the timeout of the next attempt, so that another one can follow.
    pub(crate) fn attempt_limit(&self, idempotent: bool, attempts: u32) -> Option<Duration> {
        self.attempt_timeout.filter(|_| idempotent && attempts < self.max_retries)
    }

    /// Returns the delay before the next attempt, or `None` if the call isn't retried.
    pub(crate) fn pause(&self, error: &Error, idempotent: bool) -> Option<Duration> {
        // The first attempt isn't a retry.
        let retries = error.attempts().saturating_sub(1);
        let allowed = match error.repeat() {
            Repeat::Always => true,
            Repeat::Idempotent => idempotent,
            Repeat::Never => false,
        };
        if !allowed || retries >= self.max_retries {
            return None;
        }
        if let Some(requested) = error.retry_after() {
            return (requested <= self.max_retry_after).then_some(requested);
        }
        let lost = error.kind() == ErrorKind::Connection && error.repeat() == Repeat::Idempotent;
        if lost && retries == 0 {
            return Some(Duration::ZERO);
        }
        let longest = self.base_delay.saturating_mul(2u32.saturating_pow(retries)).min(self.max_delay);
        Some(random_part(longest))
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

/// The calls that may be retried after an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// None: a retry would fail in the same way.
    Never,
    /// Idempotent calls: the server may have performed the call.
    Idempotent,
    /// All: the server didn't perform the call.
    Always,
}

/// Returns `true` if HTTP defines a method as idempotent.
pub(crate) fn is_idempotent(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE | Method::PUT | Method::DELETE)
}

/// Returns the delay of `Retry-After`: seconds or a date.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(text).ok()?;
    // A date in the past means no delay.
    Some(until.duration_since(now).unwrap_or_default())
}

fn random_part(longest: Duration) -> Duration {
    // In nanoseconds, which can hold 584 years.
    let nanos = u64::try_from(longest.as_nanos()).unwrap_or(u64::MAX);
    Duration::from_nanos(match nanos {
        u64::MAX => random(),
        nanos => random() % (nanos + 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(repeat: Repeat, attempts: u32, retry_after: Option<Duration>) -> Error {
        Error::new(ErrorKind::Api, "").with_repeat(repeat, retry_after).with_attempts(attempts)
    }

    #[test]
    fn retries_only_repeatable_calls_up_to_the_limit() {
        let policy = RetryPolicy::new();
        for (repeat, idempotent, repeated) in [
            (Repeat::Never, true, false),
            (Repeat::Idempotent, true, true),
            (Repeat::Idempotent, false, false),
            (Repeat::Always, false, true),
        ] {
            assert_eq!(policy.pause(&failed(repeat, 1, None), idempotent).is_some(), repeated, "{repeat:?}");
            assert_eq!(policy.pause(&failed(repeat, 2, None), idempotent).is_some(), repeated, "{repeat:?}");
            assert_eq!(policy.pause(&failed(repeat, 3, None), idempotent), None, "{repeat:?}");
            assert_eq!(RetryPolicy::none().pause(&failed(repeat, 1, None), idempotent), None);
        }
    }

    #[test]
    fn pauses_double_up_to_their_limit_and_are_spread() {
        let (base, max) = (Duration::from_millis(100), Duration::from_millis(300));
        let policy = RetryPolicy::new().max_retries(u32::MAX).base_delay(base).max_delay(max);
        for (attempts, longest) in [(1, base), (2, base * 2), (3, max), (4, max), (40, max), (u32::MAX, max)] {
            let pauses: Vec<_> =
                (0..500).filter_map(|_| policy.pause(&failed(Repeat::Always, attempts, None), false)).collect();
            let (shortest, most) = (*pauses.iter().min().unwrap(), *pauses.iter().max().unwrap());
            assert_eq!(pauses.len(), 500);
            assert!(most <= longest && most > longest * 3 / 4, "{attempts}: {most:?}");
            assert!(shortest < longest / 4, "{attempts}: {shortest:?}");
        }
        let endless = RetryPolicy::new().base_delay(Duration::MAX).max_delay(Duration::MAX);
        assert!(endless.pause(&failed(Repeat::Always, 2, None), false).is_some());
        let at_once = RetryPolicy::new().base_delay(Duration::ZERO);
        assert_eq!(at_once.pause(&failed(Repeat::Always, 2, None), false), Some(Duration::ZERO));
    }

    #[test]
    fn retry_after_takes_precedence_up_to_a_limit() {
        let policy = RetryPolicy::new().max_retry_after(Duration::from_secs(5));
        let requested = |seconds| failed(Repeat::Always, 1, Some(Duration::from_secs(seconds)));
        assert_eq!(policy.pause(&requested(0), false), Some(Duration::ZERO));
        assert_eq!(policy.pause(&requested(5), false), Some(Duration::from_secs(5)));
        assert_eq!(policy.pause(&requested(6), false), None);
    }

    #[test]
    fn a_lost_connection_is_tried_again_at_once_but_once() {
        let lost = |attempts| {
            Error::new(ErrorKind::Connection, "").with_repeat(Repeat::Idempotent, None).with_attempts(attempts)
        };
        let policy = RetryPolicy::new().base_delay(Duration::from_secs(1000)).max_delay(Duration::from_secs(1000));
        assert_eq!(policy.pause(&lost(1), true), Some(Duration::ZERO));
        assert_ne!(policy.pause(&lost(2), true), Some(Duration::ZERO));
        // The connection was refused, so an immediate retry would fail, too.
        let refused = Error::new(ErrorKind::Connection, "").with_repeat(Repeat::Always, None).with_attempts(1);
        assert_ne!(policy.pause(&refused, true), Some(Duration::ZERO));
    }

    #[test]
    fn a_method_that_is_not_known_is_not_repeated() {
        for (method, idempotent) in [
            ("GET", true),
            ("HEAD", true),
            ("PUT", true),
            ("DELETE", true),
            ("OPTIONS", true),
            ("POST", false),
            ("PATCH", false),
            ("CONNECT", false),
            ("LOCK", false),
            ("get", false),
        ] {
            assert_eq!(is_idempotent(&Method::from_bytes(method.as_bytes()).unwrap()), idempotent, "{method}");
        }
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
        let read = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, text.parse().unwrap());
            retry_after(&headers, now)
        };
        assert_eq!(read("7"), Some(Duration::from_secs(7)));
        assert_eq!(read(" 0 "), Some(Duration::ZERO));
        assert_eq!(read("Sun, 06 Nov 1994 08:49:47 GMT"), Some(Duration::from_secs(10)));
        assert_eq!(read("Sunday, 06-Nov-94 08:49:47 GMT"), Some(Duration::from_secs(10)));
        assert_eq!(read("Sun, 06 Nov 1994 08:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(read("18446744073709551615"), Some(Duration::from_secs(u64::MAX)));
        for no_wish in ["", "soon", "-1", "1.5", "99999999999999999999", "Sun, 06 Nov 1994"] {
            assert_eq!(read(no_wish), None, "{no_wish}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }
}
