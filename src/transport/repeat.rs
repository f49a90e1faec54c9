//! The attempts of a call: when a request is sent again.

use std::thread;
use std::time::{Duration, Instant};

use ::log::trace;

use super::Transport;
use super::failure::Limit;
use super::response::RawResponse;
use crate::base::LOG;
use crate::error::{Error, Repeat, Result};
use crate::request::{Body, Request};
use crate::retry::RetryPolicy;

/// Reasons why a call wasn't sent again.
const NO_TURN: &str = "not retried: the wait for the rate limit exceeds the timeout of the call";
const TOO_LATE: &str = "not retried: `Retry-After` exceeds `RetryPolicy::max_retry_after`";
const OVER_TIMEOUT: &str = "not retried: `Retry-After` exceeds the timeout of the call";

/// Sends a request once. The number counts how often the request was sent.
pub(super) type Attempt<'a> = &'a mut dyn FnMut(&mut Request, Limit, &mut u32) -> Result<RawResponse>;

/// The next step after a failed attempt.
enum Next {
    /// Another attempt after a pause. The error is that of the call if there isn't enough time for one.
    Retry(Duration, Error),
    Fail(Error),
}

impl Transport {
    /// Sends a request until it succeeds or may not be retried.
    pub(super) fn repeat(
        &self,
        request: &mut Request,
        started: Instant,
        stream: bool,
        attempt: Attempt<'_>,
    ) -> Result<RawResponse> {
        let policy = request.retry.clone().unwrap_or_else(|| self.retry.clone());
        let is_upload = matches!(request.body, Body::Multipart | Body::Raw { .. });
        let default = if is_upload { self.upload_timeout } else { self.timeout };
        let timeout = request.timeout.unwrap_or(default);
        // No deadline if it can't be represented.
        let deadline = timeout.and_then(|timeout| started.checked_add(timeout));
        let remaining = || deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let (mut attempts, mut may_have_acted, mut fresh) = (0, false, false);
        let mut last: Option<Error> = None;
        loop {
            let sent = match self.pacer.wait(remaining) {
                Ok(sent) => sent,
                Err(error) => return Err(last.map_or(error, |last| last.with_note(NO_TURN))),
            };
            let (name, connect) = ("call timeout", self.connect_timeout);
            let mut limit =
                Limit { remaining: remaining(), name, total: timeout, fresh, stream, headers: None, connect };
            if let Some(cut) = policy.attempt_limit(request.idempotent && !request.is_stream(), attempts)
                && limit.remaining.is_none_or(|remaining| cut < remaining)
            {
                limit = match stream {
                    true => Limit { headers: Some(cut), ..limit },
                    false => Limit { remaining: Some(cut), name: "attempt timeout", total: Some(cut), ..limit },
                };
            }
            let error = match attempt(request, limit, &mut attempts) {
                Ok(response) => {
                    self.pacer.accepted(sent);
                    return Ok(RawResponse { attempts, ..response });
                }
                Err(error) => error.with_attempts(attempts),
            };
            self.adapt_rate(&policy, &error, sent);
            may_have_acted |= error.repeat() == Repeat::Idempotent;
            fresh = error.status().is_none();
            match self.next(&policy, request, error, remaining(), may_have_acted) {
                Next::Fail(error) => return Err(error),
                Next::Retry(pause, error) => {
                    trace!(target: LOG, "{}: attempt {attempts} failed, retrying in {pause:?}", request.operation);
                    thread::sleep(pause);
                    last = Some(error);
                }
            }
        }
    }

    /// Passes the error of an attempt to the rate limit. `sent` is when its turn was.
    fn adapt_rate(&self, policy: &RetryPolicy, error: &Error, sent: Instant) {
        match error.status() {
            Some(429) if policy.honors(error) => self.pacer.rejected(sent, policy.rate_limit_pause(error)),
            Some(429) | None => {}
            Some(_) => self.pacer.accepted(sent),
        }
    }

    /// Decides about another attempt. `remaining` is the time of the call, if it is limited.
    fn next(
        &self,
        policy: &RetryPolicy,
        request: &Request,
        error: Error,
        remaining: Option<Duration>,
        may_have_acted: bool,
    ) -> Next {
        let pause = policy.pause(&error, request.idempotent, remaining).filter(|_| request.is_repeatable());
        // After a 429, the calls of this client are spread by their turns.
        let spread = error.status() == Some(429) && self.pacer.is_adaptive();
        let pause = pause.map(|pause| error.retry_after().filter(|_| spread).unwrap_or(pause));
        let in_time = pause.filter(|pause| remaining.is_none_or(|remaining| *pause < remaining));
        let error = match (pause, in_time) {
            (None, _) if policy.is_too_late(&error, request.idempotent) => error.with_note(TOO_LATE),
            (Some(_), None) if error.retry_after().is_some() => error.with_note(OVER_TIMEOUT),
            _ => error,
        };
        let error = match error.repeat() {
            // An earlier attempt may have been performed, so the call isn't safe to retry.
            Repeat::Always if may_have_acted => {
                let retry_after = error.retry_after();
                error.with_repeat(Repeat::Idempotent, retry_after)
            }
            _ => error,
        };
        match in_time {
            Some(pause) => Next::Retry(pause, error),
            None => Next::Fail(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, Method};

    use super::*;
    use crate::error::ErrorKind;
    use crate::{ApiClient, RateLimit, Untyped};

    const SECOND: Duration = Duration::from_secs(1);

    /// A client without a delay before a retry.
    fn client() -> crate::ApiClientBuilder {
        let retry = RetryPolicy::new().base_delay(Duration::ZERO);
        ApiClient::builder().base_url("https://sunco.example.com").retry(retry).timeout(SECOND * 3600)
    }

    fn failed(status: u16, retry_after: Option<Duration>) -> Result<RawResponse> {
        let repeat = if status == 429 { Repeat::Always } else { Repeat::Idempotent };
        Err(Error::new(ErrorKind::Api, "").with_response(status, HeaderMap::new()).with_repeat(repeat, retry_after))
    }

    fn lost() -> Result<RawResponse> {
        Err(Error::new(ErrorKind::Connection, "").with_repeat(Repeat::Idempotent, None))
    }

    fn accepted() -> Result<RawResponse> {
        Ok(RawResponse::of(200, HeaderMap::new(), Vec::new()))
    }

    /// Makes a call whose attempts have these results. Returns its own result, and the limits of the attempts.
    fn call(api: &ApiClient, method: Method, results: Vec<Result<RawResponse>>) -> (Result<RawResponse>, Vec<Limit>) {
        let (mut results, mut limits) = (results.into_iter(), Vec::new());
        let mut request = Request::new::<Untyped>(method, "/v2/apps".to_owned());
        let result = api.transport.repeat(&mut request, Instant::now(), false, &mut |_, limit, attempts| {
            *attempts += 1;
            limits.push(limit);
            results.next().unwrap()
        });
        assert_eq!(results.len(), 0, "not sent as often as expected");
        (result, limits)
    }

    #[test]
    fn a_call_is_sent_until_it_succeeds_or_may_not_be_retried() {
        let api = client().build().unwrap();
        for (method, results, outcome) in [
            (Method::GET, vec![accepted()], Ok(1)),
            (Method::GET, vec![failed(503, None), lost(), accepted()], Ok(3)),
            (Method::GET, vec![lost(), lost(), failed(502, None)], Err((Some(502), 3))),
            (Method::POST, vec![failed(503, None)], Err((Some(503), 1))),
            (Method::POST, vec![lost()], Err((None, 1))),
        ] {
            let result = call(&api, method, results).0;
            let result = result.map(|response| response.attempts).map_err(|error| (error.status(), error.attempts()));
            assert_eq!(result, outcome);
        }
    }

    #[test]
    fn the_last_attempt_has_the_rest_of_the_time() {
        let results = vec![lost(), failed(503, None), accepted()];
        let (_, limits) = call(&client().build().unwrap(), Method::GET, results);
        let names: Vec<_> = limits.iter().map(|limit| (limit.name, limit.fresh)).collect();
        // Idle connections aren't used after a lost one.
        assert_eq!(names, [("attempt timeout", false), ("attempt timeout", true), ("call timeout", false)]);
        assert_eq!(
            limits.iter().map(|limit| limit.total).collect::<Vec<_>>(),
            [30, 30, 3600].map(|s| Some(SECOND * s))
        );
    }

    #[test]
    fn a_long_retry_after_ends_the_call() {
        let api = client().adaptive_rate_limit(false).build().unwrap();
        let error = call(&api, Method::POST, vec![failed(429, Some(SECOND * 61))]).0.err().unwrap();
        assert!(error.to_string().ends_with(&format!("({TOO_LATE})")), "{error}");
        let api = client().adaptive_rate_limit(false).timeout(SECOND * 50).build().unwrap();
        let error = call(&api, Method::POST, vec![failed(429, Some(SECOND * 55))]).0.err().unwrap();
        assert!(error.to_string().ends_with(&format!("({OVER_TIMEOUT})")), "{error}");
    }

    #[test]
    fn a_call_that_may_have_been_performed_is_not_safe_to_retry() {
        let api = client().adaptive_rate_limit(false).build().unwrap();
        let refused = || failed(429, Some(Duration::ZERO));
        let repeat = |results| call(&api, Method::PUT, results).0.err().unwrap().repeat();
        assert_eq!(repeat(vec![refused(), refused(), refused()]), Repeat::Always);
        assert_eq!(repeat(vec![lost(), refused(), refused()]), Repeat::Idempotent);
    }

    #[test]
    fn a_retry_needs_a_turn() {
        let api = client().rate_limit(RateLimit::per_minute(0.5)).timeout(SECOND * 60).build().unwrap();
        let error = call(&api, Method::GET, vec![lost()]).0.err().unwrap();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
        assert!(error.to_string().ends_with(&format!("({NO_TURN})")), "{error}");
    }
}
