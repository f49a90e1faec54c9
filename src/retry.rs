//! When a call that failed is sent again.

use std::time::{Duration, SystemTime};

use ureq::http::header::RETRY_AFTER;
use ureq::http::{HeaderMap, Method};

use crate::error::{Error, ErrorKind};
use crate::upload::random;

/// When a call that failed is sent again, and how long to wait before.
///
/// The default is two retries. What may be repeated follows from HTTP: a call is never sent again where it could then be
/// carried out twice.
///
/// | what happened | GET, DELETE, PUT | POST, PATCH |
/// | --- | --- | --- |
/// | no connection: refused, no address, not made in time | repeated | repeated |
/// | 429 | repeated | repeated |
/// | 503 that says when to come back (`Retry-After`) | repeated | repeated |
/// | 502, 503, 504 | repeated | not repeated |
/// | connection lost, no answer in time, half an answer | repeated | not repeated |
/// | any other answer, a certificate that is not trusted | not repeated | not repeated |
///
/// [`Call::idempotent`](crate::Call::idempotent) moves one call to the left column. An upload from a reader that has
/// been read from is not repeated, because it cannot be read again.
///
/// A DELETE whose first answer was lost may be answered with 404 the second time: what was to be deleted is gone.
///
/// The pause before a retry is a random part ("full jitter") of [`base_delay`](Self::base_delay), of twice that before
/// the second, and so on up to [`max_delay`](Self::max_delay). After a connection that was lost the call is sent again on
/// a new one, at once the first time: mostly the server had closed one that was idle. Where the server says how long to wait
/// (`Retry-After`), that long it is, and the error comes at once where that is longer than
/// [`max_retry_after`](Self::max_retry_after).
///
/// The timeout of the client or the call is the deadline for all attempts and pauses together; where a pause would end
/// after it, the error comes at once.
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
/// // this call alone: one attempt
/// let call = api.list_apps().retry(RetryPolicy::none());
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a policy does nothing until it is given to a client or a call"]
pub struct RetryPolicy {
    max_retries: u32,
    base_delay: Duration,
    max_delay: Duration,
    max_retry_after: Duration,
    attempt_timeout: Option<Duration>,
}

impl RetryPolicy {
    /// The default: 2 retries, pauses of up to 0.5 and 1 seconds, `Retry-After` up to a minute, 30 seconds an attempt.
    pub fn new() -> Self {
        Self {
            max_retries: 2,
            base_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(8),
            max_retry_after: Duration::from_secs(60),
            attempt_timeout: Some(Duration::from_secs(30)),
        }
    }

    /// No retries: a call is sent once.
    pub fn none() -> Self {
        Self::new().max_retries(0)
    }

    /// How often a call may be sent again; 2 unless told.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// The longest pause before the first retry; half a second unless told.
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// The longest pause before any retry that is not the server's wish; 8 seconds unless told.
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// The longest wish of the server (`Retry-After`) that is waited for; a minute unless told.
    pub fn max_retry_after(mut self, wait: Duration) -> Self {
        self.max_retry_after = wait;
        self
    }

    /// How long one attempt may take where another may follow; 30 seconds unless told, `None` for as long as the call.
    ///
    /// A call that is not repeated after a timeout, such as a POST, and the last attempt of one that is, have all the
    /// time that is left.
    pub fn attempt_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.attempt_timeout = timeout.into();
        self
    }

    /// The most that the next attempt may take, so that another can follow.
    pub(crate) fn attempt_limit(&self, idempotent: bool, attempts: u32) -> Option<Duration> {
        self.attempt_timeout.filter(|_| idempotent && attempts < self.max_retries)
    }

    /// How long to wait before sending a call again after its last error, or that it is not sent again.
    pub(crate) fn pause(&self, error: &Error, idempotent: bool) -> Option<Duration> {
        // The first attempt is no retry.
        let retries = error.attempts().saturating_sub(1);
        let allowed = match error.repeat() {
            Repeat::Always => true,
            Repeat::Idempotent => idempotent,
            Repeat::Never => false,
        };
        if !allowed || retries >= self.max_retries {
            return None;
        }
        if let Some(asked) = error.retry_after() {
            return (asked <= self.max_retry_after).then_some(asked);
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

/// Which calls may be sent again after an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// None: the same would happen again, or nothing was wrong with sending.
    Never,
    /// Those that do the same when they are carried out twice: the server may have acted.
    Idempotent,
    /// All: the server did not act.
    Always,
}

/// Whether HTTP defines a method so that twice is the same as once.
pub(crate) fn is_idempotent(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE | Method::PUT | Method::DELETE)
}

/// How long a server asks to wait: in seconds, or until a date.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(text).ok()?;
    // A date that has passed is no reason to wait.
    Some(until.duration_since(now).unwrap_or_default())
}

fn random_part(longest: Duration) -> Duration {
    // In nanoseconds: 584 years fit.
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
    fn what_may_be_repeated_is_and_no_more_often_than_told() {
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
    fn the_servers_wish_goes_first_up_to_a_limit() {
        let policy = RetryPolicy::new().max_retry_after(Duration::from_secs(5));
        let asked = |seconds| failed(Repeat::Always, 1, Some(Duration::from_secs(seconds)));
        assert_eq!(policy.pause(&asked(0), false), Some(Duration::ZERO));
        assert_eq!(policy.pause(&asked(5), false), Some(Duration::from_secs(5)));
        assert_eq!(policy.pause(&asked(6), false), None);
    }

    #[test]
    fn a_lost_connection_is_tried_again_at_once_but_once() {
        let lost = |attempts| {
            Error::new(ErrorKind::Connection, "").with_repeat(Repeat::Idempotent, None).with_attempts(attempts)
        };
        let policy = RetryPolicy::new().base_delay(Duration::from_secs(1000)).max_delay(Duration::from_secs(1000));
        assert_eq!(policy.pause(&lost(1), true), Some(Duration::ZERO));
        assert_ne!(policy.pause(&lost(2), true), Some(Duration::ZERO));
        // Nobody listened: there is no point in hurry.
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
