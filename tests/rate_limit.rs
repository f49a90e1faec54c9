//! The rate limit of a client, and the wait of all calls after a 429. How fast a client sends is tested in virtual time, in
//! src/retry/rate_limit/tests.rs.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::expect::{Fails, api_error, kind};
use crate::support::server::{APP, Server, json, response};
use sunshine_conversations::{ApiClient, ApiClientBuilder, ErrorKind, RateLimit, RetryPolicy};

const USER: &str = r#"{"user":{"id":"u"}}"#;

fn client(server: &Server, configure: impl FnOnce(ApiClientBuilder) -> ApiClientBuilder) -> ApiClient {
    configure(server.builder()).build().expect("a valid configuration")
}

/// The first request is rejected with this `Retry-After`.
fn rejecting_one(retry_after: &'static str) -> Server {
    let seen = AtomicUsize::new(0);
    Server::handle(move |_| match seen.fetch_add(1, Ordering::SeqCst) {
        0 => response(429, &[("Retry-After", retry_after)], ""),
        _ => json(200, USER),
    })
}

#[test]
fn after_a_429_other_threads_wait_too() {
    let server = rejecting_one("1");
    let api = client(&server, |builder| builder);
    api.get_user(APP, "a").retry(RetryPolicy::none()).send().fails(api_error(429));
    let begun = Instant::now();
    // A clone, another operation, and another thread.
    let other = api.clone();
    let waited = thread::spawn(move || {
        other.delete_user(APP, "b").retry(RetryPolicy::none()).send().unwrap();
        begun.elapsed()
    });
    assert!(waited.join().unwrap() > Duration::from_millis(900));
    assert_eq!(server.requests().len(), 2, "nothing was sent during the pause");
}

#[test]
fn a_call_that_would_wait_too_long_is_not_sent() {
    let server = rejecting_one("30");
    let api = client(&server, |builder| builder);
    api.get_user(APP, "a").retry(RetryPolicy::none()).send().unwrap_err();
    let error = api
        .get_user(APP, "b")
        .timeout(Duration::from_secs(5))
        .send()
        .fails(kind(ErrorKind::RateLimited).no_status().attempts(0));
    assert!(error.is_retryable() && error.is_safe_to_retry() && error.retry_after() > Some(Duration::ZERO));
    assert!(error.to_string().contains("the rate limit of the API"), "{error}");
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_retry_after_that_is_not_honored_does_not_stop_other_calls() {
    let server = rejecting_one("30");
    let api = client(&server, |builder| builder.retry(RetryPolicy::new().max_retry_after(Duration::from_secs(29))));
    api.get_user(APP, "a").send().fails(api_error(429));
    // It would fail if it had to wait.
    api.get_user(APP, "b").timeout(Duration::from_secs(10)).send().unwrap();
}

#[test]
fn without_the_adaptive_limit_each_call_waits_for_itself() {
    let server = rejecting_one("30");
    let api = client(&server, |builder| builder.adaptive_rate_limit(false));
    api.get_user(APP, "a").retry(RetryPolicy::none()).send().unwrap_err();
    api.get_user(APP, "b").timeout(Duration::from_secs(10)).send().unwrap();
}

#[test]
fn calls_wait_for_the_configured_limit() {
    let server = Server::always(json(200, USER));
    let api = client(&server, |builder| builder.rate_limit(RateLimit::per_second(10).burst(2)));
    let begun = Instant::now();
    thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| api.clone().get_user(APP, "a").send().unwrap());
        }
    });
    // Two at once, and four that are 100 ms apart.
    assert!(begun.elapsed() > Duration::from_millis(390), "{:?}", begun.elapsed());
    assert_eq!(server.requests().len(), 6);
}

#[test]
fn invalid_calls_do_not_take_a_turn() {
    let server = Server::always(json(200, USER));
    let api = client(&server, |builder| builder.rate_limit(RateLimit::per_minute(1)));
    for _ in 0..3 {
        api.get_user(APP, "..").send().fails(kind(ErrorKind::InvalidInput));
    }
    api.get_user(APP, "a").send().unwrap();
    api.get_user(APP, "a")
        .timeout(Duration::from_secs(5))
        .send()
        .fails(kind(ErrorKind::RateLimited).message("the client's rate limit requires a wait of"));
}
