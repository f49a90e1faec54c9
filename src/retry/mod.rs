//! Retries of failed calls.

pub(crate) mod rate_limit;

use std::time::{Duration, SystemTime};

use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, Method};

use crate::base::random::random;
use crate::error::{Error, ErrorKind, Repeat};

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
/// `Retry-After`, the delay is that time plus a random part of [`base_delay`](Self::base_delay), so that waiting threads
/// don't all return at once. After a 429, all calls of the client wait and are then sent in turn: see
/// [`RateLimit`](crate::RateLimit).
///
/// A 429 (rate limit) or 503 whose `Retry-After` exceeds [`max_retry_after`](Self::max_retry_after) isn't retried: the call
/// fails immediately with a note in its message, and [`Error::retry_after`](crate::Error::retry_after) returns the delay.
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
    ///
    /// A timeout of zero is an error when the client is built or the call is sent.
    pub fn attempt_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.attempt_timeout = limited(timeout.into());
        self
    }

    /// Returns `true` if every attempt would time out.
    pub(crate) fn is_invalid(&self) -> bool {
        self.attempt_timeout == Some(Duration::ZERO)
    }

    /// Returns the timeout of the next attempt, so that another one can follow.
    pub(crate) fn attempt_limit(&self, idempotent: bool, attempts: u32) -> Option<Duration> {
        self.attempt_timeout.filter(|_| idempotent && attempts < self.max_retries)
    }

    /// Returns the delay before the next attempt, or `None` if the call isn't retried. `left` is the remaining time of the
    /// call, if it is limited.
    pub(crate) fn pause(&self, error: &Error, idempotent: bool, left: Option<Duration>) -> Option<Duration> {
        if !self.allows(error, idempotent) {
            return None;
        }
        let retries = error.attempts().saturating_sub(1);
        if let Some(requested) = error.retry_after() {
            // All threads that wait would return in the same instant, and exceed the rate limit again.
            let spare = left.map_or(Duration::MAX, |left| left.saturating_sub(requested) / 2);
            let jitter = random_part(self.base_delay.min(spare));
            return (requested <= self.max_retry_after).then(|| requested.saturating_add(jitter));
        }
        let lost = error.kind() == ErrorKind::Connection && error.repeat() == Repeat::Idempotent;
        if lost && retries == 0 {
            return Some(Duration::ZERO);
        }
        let longest = self.base_delay.saturating_mul(2u32.saturating_pow(retries)).min(self.max_delay);
        Some(random_part(longest))
    }

    /// Returns how long all calls of the client wait after a 429.
    pub(crate) fn rate_limit_pause(&self, error: &Error) -> Duration {
        error.retry_after().unwrap_or(self.base_delay)
    }

    /// Returns `true` if the `Retry-After` of an error isn't too long.
    pub(crate) fn honors(&self, error: &Error) -> bool {
        error.retry_after().is_none_or(|requested| requested <= self.max_retry_after)
    }

    /// Returns `true` if the call is only not retried because of its `Retry-After`.
    pub(crate) fn is_too_late(&self, error: &Error, idempotent: bool) -> bool {
        self.allows(error, idempotent) && !self.honors(error)
    }

    /// Returns `true` if another attempt is allowed after an error.
    fn allows(&self, error: &Error, idempotent: bool) -> bool {
        // The first attempt isn't a retry.
        let retries = error.attempts().saturating_sub(1);
        let allowed = match error.repeat() {
            Repeat::Always => true,
            Repeat::Idempotent => idempotent,
            Repeat::Never => false,
        };
        allowed && retries < self.max_retries
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

/// Why a timeout of zero is invalid.
pub(crate) const ZERO: &str = "must be greater than zero; use `None` to disable the timeout";

/// Returns a timeout, or `None` if it is longer than a century: deadlines that far away can't be represented everywhere.
pub(crate) fn limited(timeout: Option<Duration>) -> Option<Duration> {
    timeout.filter(|timeout| *timeout < Duration::from_secs(100 * 365 * 24 * 60 * 60))
}

/// Returns `true` if HTTP defines a method as idempotent.
pub(crate) fn is_idempotent(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE | Method::PUT | Method::DELETE)
}

/// Returns the delay of `Retry-After`: seconds, which may have a fraction, or a date.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text_of = |name| headers.get(name)?.to_str().ok().map(str::trim);
    let text = text_of(RETRY_AFTER)?;
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        let seconds = text.parse().ok().map(Duration::from_secs);
        return seconds.or_else(|| Duration::try_from_secs_f64(text.parse().ok()?).ok());
    }
    let until = httpdate::parse_http_date(text).ok()?;
    // The clocks of the server and of this machine may differ.
    let now = text_of(DATE).and_then(|date| httpdate::parse_http_date(date).ok()).unwrap_or(now);
    // A date in the past means no delay.
    Some(until.duration_since(now).unwrap_or_default())
}

pub(crate) fn random_part(longest: Duration) -> Duration {
    // In nanoseconds, which can hold 584 years.
    let nanos = u64::try_from(longest.as_nanos()).unwrap_or(u64::MAX);
    Duration::from_nanos(match nanos {
        u64::MAX => random(),
        nanos => random() % (nanos + 1),
    })
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

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
            assert_eq!(policy.pause(&failed(repeat, 1, None), idempotent, None).is_some(), repeated, "{repeat:?}");
            assert_eq!(policy.pause(&failed(repeat, 2, None), idempotent, None).is_some(), repeated, "{repeat:?}");
            assert_eq!(policy.pause(&failed(repeat, 3, None), idempotent, None), None, "{repeat:?}");
            assert_eq!(RetryPolicy::none().pause(&failed(repeat, 1, None), idempotent, None), None);
        }
    }

    #[test]
    fn pauses_double_up_to_their_limit_and_are_spread() {
        let (base, max) = (Duration::from_millis(100), Duration::from_millis(300));
        let policy = RetryPolicy::new().max_retries(u32::MAX).base_delay(base).max_delay(max);
        for (attempts, longest) in [(1, base), (2, base * 2), (3, max), (4, max), (40, max), (u32::MAX, max)] {
            let pauses: Vec<_> =
                (0..500).filter_map(|_| policy.pause(&failed(Repeat::Always, attempts, None), false, None)).collect();
            let (shortest, most) = (*pauses.iter().min().unwrap(), *pauses.iter().max().unwrap());
            assert_eq!(pauses.len(), 500);
            assert!(most <= longest && most > longest * 3 / 4, "{attempts}: {most:?}");
            assert!(shortest < longest / 4, "{attempts}: {shortest:?}");
        }
        let endless = RetryPolicy::new().base_delay(Duration::MAX).max_delay(Duration::MAX);
        assert!(endless.pause(&failed(Repeat::Always, 2, None), false, None).is_some());
        let at_once = RetryPolicy::new().base_delay(Duration::ZERO);
        assert_eq!(at_once.pause(&failed(Repeat::Always, 2, None), false, None), Some(Duration::ZERO));
    }

    #[test]
    fn retry_after_takes_precedence_up_to_a_limit() {
        let policy = RetryPolicy::new().max_retry_after(Duration::from_secs(5)).base_delay(Duration::ZERO);
        let requested = |seconds| failed(Repeat::Always, 1, Some(Duration::from_secs(seconds)));
        assert_eq!(policy.pause(&requested(0), false, None), Some(Duration::ZERO));
        assert_eq!(policy.pause(&requested(5), false, None), Some(Duration::from_secs(5)));
        assert_eq!(policy.pause(&requested(6), false, None), None);
        assert!(policy.is_too_late(&requested(6), false) && !policy.is_too_late(&requested(5), false));
        assert!(!RetryPolicy::none().is_too_late(&requested(6), false));
    }

    #[test]
    fn threads_that_wait_for_the_same_retry_after_are_spread() {
        let (policy, second) = (RetryPolicy::new(), Duration::from_secs(1));
        let limited = failed(Repeat::Always, 1, Some(second));
        let delays = |left| (0..500).filter_map(|_| policy.pause(&limited, false, left)).collect::<Vec<_>>();
        let free = delays(None);
        let (shortest, longest) = (*free.iter().min().unwrap(), *free.iter().max().unwrap());
        assert!(shortest >= second && longest <= second + policy.base_delay);
        assert!(longest - shortest > policy.base_delay / 2, "{shortest:?} to {longest:?}");
        // The deadline is kept.
        let spread = Duration::from_millis(100);
        assert!(delays(Some(second + spread)).iter().all(|delay| *delay <= second + spread / 2));
    }

    #[test]
    fn a_lost_connection_is_tried_again_at_once_but_once() {
        let lost = |attempts| {
            Error::new(ErrorKind::Connection, "").with_repeat(Repeat::Idempotent, None).with_attempts(attempts)
        };
        let policy = RetryPolicy::new().base_delay(Duration::from_secs(1000)).max_delay(Duration::from_secs(1000));
        assert_eq!(policy.pause(&lost(1), true, None), Some(Duration::ZERO));
        assert_ne!(policy.pause(&lost(2), true, None), Some(Duration::ZERO));
        // The connection was refused, so an immediate retry would fail, too.
        let refused = Error::new(ErrorKind::Connection, "").with_repeat(Repeat::Always, None).with_attempts(1);
        assert_ne!(policy.pause(&refused, true, None), Some(Duration::ZERO));
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
        assert_eq!(read("1.5"), Some(Duration::from_millis(1500)));
        assert_eq!(read("0.02"), Some(Duration::from_millis(20)));
        for no_wish in ["", "soon", "-1", "1.5.2", ".", "1e3", "inf", "NaN", "99999999999999999999", "Sun, 06 Nov 1994"]
        {
            assert_eq!(read(no_wish), None, "{no_wish}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
        // Measured by the server's clock.
        for (date, seconds) in
            [("Sun, 06 Nov 1994 08:49:40 GMT", 7), ("Sat, 06 Nov 2094 08:49:40 GMT", 0), ("today", 10)]
        {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, HeaderValue::from_static("Sun, 06 Nov 1994 08:49:47 GMT"));
            headers.insert(DATE, HeaderValue::from_static(date));
            assert_eq!(retry_after(&headers, now), Some(Duration::from_secs(seconds)), "{date}");
        }
    }
}
