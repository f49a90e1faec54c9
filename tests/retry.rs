//! Retries: which calls are retried, how often, with which backoff, and the errors afterwards.

use std::io::{Cursor, Read};
use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use crate::support::expect::{Expected, Fails, api_error, kind, lost};
use crate::support::files::Folder;
use crate::support::message;
use crate::support::server::{APP, CONVERSATION, Request, Server, Step, USER, UnusedPort, json, refusal, response};
use sunshine_conversations::models::*;
use sunshine_conversations::{ApiClient, ApiClientBuilder, Call, ErrorKind, Result, RetryPolicy, Upload};

/// A response that fits the four operations.
const DONE: &str = r#"{"user":{"id":"1"},"messages":[]}"#;
const UPLOADED: &str = r#"{"attachment":{"mediaUrl":"https://example.com/a"}}"#;
/// A delay longer than any test, which must not happen.
const NEVER: Duration = Duration::from_secs(600);
const MS: Duration = Duration::from_millis(1);

/// Retries with a very short backoff.
fn quick() -> RetryPolicy {
    RetryPolicy::new().base_delay(2 * MS)
}

/// Retries whose backoff would exceed the test, unless the server sends `Retry-After` or the connection was lost.
fn lazy() -> RetryPolicy {
    RetryPolicy::new().base_delay(NEVER).max_delay(NEVER)
}

// The table: operations, ways to call them, failures.

#[derive(Clone, Copy, Debug, PartialEq)]
enum Operation {
    Get,
    Delete,
    Post,
    Patch,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum How {
    AsItIs,
    NoneOnClient,
    NoneOnCall,
    Idempotent,
}

const OPERATIONS: [Operation; 4] = [Operation::Get, Operation::Delete, Operation::Post, Operation::Patch];
const HOWS: [How; 4] = [How::AsItIs, How::NoneOnClient, How::NoneOnCall, How::Idempotent];

impl Operation {
    fn is_idempotent(self) -> bool {
        matches!(self, Self::Get | Self::Delete)
    }

    fn send(self, builder: ApiClientBuilder, how: How) -> Result<()> {
        let builder = if how == How::NoneOnClient { builder.retry(RetryPolicy::none()) } else { builder };
        let api = builder.build().unwrap();
        fn send<O: sunshine_conversations::Operation>(call: Call<O>, how: How) -> Result<()> {
            match how {
                How::AsItIs | How::NoneOnClient => call,
                How::NoneOnCall => call.retry(RetryPolicy::none()),
                How::Idempotent => call.idempotent(),
            }
            .send()
            .map(|_| ())
        }
        match self {
            Self::Get => send(api.get_user(APP, USER), how),
            Self::Delete => send(api.delete_user(APP, USER), how),
            Self::Post => send(api.post_message(APP, CONVERSATION, &message()), how),
            Self::Patch => {
                send(api.update_user(APP, USER, &UserUpdateBody::new().with_metadata([("tier", "gold")])), how)
            }
        }
    }
}

/// The failures after which a call is retried.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Repeated {
    Always,
    Idempotent,
    Never,
}

impl Repeated {
    fn holds_for(self, operation: Operation, how: How) -> bool {
        let repeatable = match self {
            Self::Always => true,
            Self::Idempotent => operation.is_idempotent() || how == How::Idempotent,
            Self::Never => false,
        };
        repeatable && !matches!(how, How::NoneOnClient | How::NoneOnCall)
    }
}

struct Failure {
    name: &'static str,
    step: fn() -> Step,
    repeated: Repeated,
    kind: ErrorKind,
    status: Option<u16>,
    retryable: bool,
    retry_after: Option<u64>,
}

/// A response after which the connection is closed.
fn last(status: u16, headers: &[(&str, &str)]) -> Step {
    let body = r#"{"errors":[{"code":"some_code","title":"Some title"}]}"#;
    Step::Respond(response(status, &[headers, &[("Connection", "close")]].concat(), body))
}

const fn status(
    name: &'static str,
    step: fn() -> Step,
    repeated: Repeated,
    status: u16,
    retryable: bool,
    retry_after: Option<u64>,
) -> Failure {
    Failure { name, step, repeated, kind: ErrorKind::Api, status: Some(status), retryable, retry_after }
}

const fn broken(name: &'static str, step: fn() -> Step) -> Failure {
    let (repeated, kind) = (Repeated::Idempotent, ErrorKind::Connection);
    Failure { name, step, repeated, kind, status: None, retryable: true, retry_after: None }
}

const FAILURES: &[Failure] = &[
    status("429", || last(429, &[]), Repeated::Always, 429, true, None),
    status("429, 0 s", || last(429, &[("Retry-After", "0")]), Repeated::Always, 429, true, Some(0)),
    status("503", || last(503, &[]), Repeated::Idempotent, 503, true, None),
    status("503, 0 s", || last(503, &[("Retry-After", "0")]), Repeated::Always, 503, true, Some(0)),
    status("503, soon", || last(503, &[("Retry-After", "soon")]), Repeated::Idempotent, 503, true, None),
    status("502", || last(502, &[]), Repeated::Idempotent, 502, true, None),
    status("502, 0 s", || last(502, &[("Retry-After", "0")]), Repeated::Idempotent, 502, true, Some(0)),
    status("504", || last(504, &[]), Repeated::Idempotent, 504, true, None),
    status("500", || last(500, &[]), Repeated::Never, 500, true, None),
    status("500, 0 s", || last(500, &[("Retry-After", "0")]), Repeated::Never, 500, true, Some(0)),
    status("501", || last(501, &[]), Repeated::Never, 501, false, None),
    status("408", || last(408, &[]), Repeated::Idempotent, 408, true, None),
    status("400", || last(400, &[]), Repeated::Never, 400, false, None),
    status("401", || last(401, &[]), Repeated::Never, 401, false, None),
    status("404", || last(404, &[]), Repeated::Never, 404, false, None),
    status("409", || last(409, &[]), Repeated::Never, 409, false, None),
    status("423", || last(423, &[]), Repeated::Never, 423, false, None),
    broken("reset", || Step::Reset),
    broken("close", || Step::Close),
    broken("half a head", || Step::Respond(b"HTTP/1.1 200 OK\r\nContent-Len".to_vec())),
    broken("half a body", || Step::Respond(b"HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n{\"user\":".to_vec())),
    broken("half a chunk", || {
        Step::Respond(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"user\":".to_vec())
    }),
];

const SILENCE: Failure = Failure {
    name: "silence",
    step: || Step::Silence,
    repeated: Repeated::Idempotent,
    kind: ErrorKind::Timeout,
    status: None,
    retryable: true,
    retry_after: None,
};

/// The result of a call if the failure lasts, and if it doesn't.
fn check(failure: &Failure, operation: Operation, how: How, configure: fn(ApiClientBuilder) -> ApiClientBuilder) {
    let cell = format!("{operation:?} {how:?} {}", failure.name);
    let repeated = failure.repeated.holds_for(operation, how);

    let server = Server::script((0..6).map(|_| vec![(failure.step)()]).collect());
    let attempts = if repeated { 3 } else { 1 };
    let expected = kind(failure.kind).attempts(attempts).retryable(failure.retryable);
    let expected = expected.safe(failure.repeated == Repeated::Always);
    let expected = failure.status.map_or(expected.clone().no_status(), |status| expected.status(status));
    let error = operation.send(configure(server.builder()), how).fails(expected.of(&cell));
    assert_eq!(server.requests().len(), attempts as usize, "{cell}: {error:#?}");
    assert_eq!(error.retry_after(), failure.retry_after.map(Duration::from_secs), "{cell}: {error:#?}");
    assert_eq!(error.to_string().ends_with(" (3 attempts)"), repeated, "{cell}: {error}");
    assert_eq!(error.to_string().contains("attempts)"), repeated, "{cell}: {error}");
    assert_alike(&server.requests());

    let done = Step::Respond(response(200, &[("Connection", "close")], DONE));
    let server = Server::script(vec![vec![(failure.step)()], vec![done]]);
    let result = operation.send(configure(server.builder()), how);
    assert_eq!(result.is_ok(), repeated, "{cell}: {result:?}");
    assert_eq!(server.requests().len(), if repeated { 2 } else { 1 }, "{cell}: {result:?}");
    assert_alike(&server.requests());
}

/// Every attempt is the same request, to the last byte.
#[track_caller]
fn assert_alike(requests: &[Request]) {
    assert!(requests.iter().all(|request| request.raw == requests[0].raw), "{requests:#?}");
    let head = &requests[0];
    assert!(head.header("authorization").is_some() && head.header("user-agent").is_some());
    if !matches!(head.method(), "GET" | "DELETE") {
        assert_eq!(head.header("content-length"), Some(head.body.len().to_string().as_str()));
        assert!(!head.body.is_empty());
    }
}

fn check_all(operation: Operation) {
    thread::scope(|scope| {
        for how in HOWS {
            scope.spawn(move || FAILURES.iter().for_each(|failure| check(failure, operation, how, |builder| builder)));
        }
    });
}

#[test]
fn gets_are_retried_as_in_the_table() {
    check_all(Operation::Get);
}

#[test]
fn deletes_are_retried_as_in_the_table() {
    check_all(Operation::Delete);
}

#[test]
fn posts_are_retried_as_in_the_table() {
    check_all(Operation::Post);
}

#[test]
fn patches_are_retried_as_in_the_table() {
    check_all(Operation::Patch);
}

/// An attempt of a retryable call has a timeout; a call that isn't retryable may use the full deadline.
#[test]
fn an_attempt_times_out_if_another_can_follow() {
    thread::scope(|scope| {
        for (operation, how) in OPERATIONS.into_iter().flat_map(|operation| HOWS.map(|how| (operation, how))) {
            scope.spawn(move || {
                check(&SILENCE, operation, how, |builder| {
                    builder.timeout(5000 * MS).retry(quick().attempt_timeout(1500 * MS))
                });
            });
        }
    });
}

#[test]
fn the_attempt_timeout_can_be_disabled() {
    let slow = vec![Step::RespondAfter(500 * MS, json(200, DONE))];
    let server = Server::script(vec![slow]);
    let call = |timeout: Option<Duration>| {
        let api = server.builder().retry(quick().max_retries(1).attempt_timeout(timeout)).build().unwrap();
        api.get_user(APP, USER).send()
    };
    call(None).unwrap();
    assert_eq!(server.requests().len(), 1);
    let silent = Server::script(vec![vec![Step::Silence], vec![Step::Silence]]);
    let policy = quick().attempt_timeout(1000 * MS).max_retries(1);
    let call = silent.client().get_user(APP, USER).retry(policy).timeout(3000 * MS);
    // The last attempt could use the remaining time.
    call.send().fails(kind(ErrorKind::Timeout).message("timed out after 3s (call timeout)"));
    assert_eq!(silent.requests().len(), 2);
}

#[test]
fn the_policy_of_a_call_overrides_that_of_the_client() {
    let server = Server::always(refusal(429, "too_many_requests", "Slow down"));
    let requested = |client: RetryPolicy, call: Option<RetryPolicy>| {
        let before = server.requests().len();
        let mut request = server.builder().retry(client).build().unwrap().post_message(APP, CONVERSATION, &message());
        if let Some(policy) = call {
            request = request.retry(policy);
        }
        let error = request.send().unwrap_err();
        let sent = server.requests().len() - before;
        assert_eq!(error.attempts() as usize, sent);
        sent
    };
    assert_eq!(requested(quick().max_retries(5), None), 6);
    assert_eq!(requested(RetryPolicy::none(), Some(quick().max_retries(1))), 2);
    assert_eq!(requested(quick(), Some(RetryPolicy::none())), 1);
    assert_eq!(requested(quick(), Some(quick().max_retries(4))), 5);
}

// No connection.

fn builder(address: SocketAddr) -> ApiClientBuilder {
    ApiClient::builder().base_url(format!("http://{address}")).no_proxy().timeout(Duration::from_secs(20))
}

/// No attempt reached the server.
fn never_sent<'a>(attempts: u32) -> Expected<'a> {
    lost().attempts(attempts).safe(true)
}

fn attempts(how: How) -> u32 {
    if matches!(how, How::NoneOnCall | How::NoneOnClient) { 1 } else { 3 }
}

#[test]
fn a_refused_connection_is_retried_for_every_method() {
    for operation in OPERATIONS {
        for how in HOWS {
            let unreachable = UnusedPort::new();
            let error = operation.send(builder(unreachable.address()).retry(quick()), how);
            assert_eq!(error.fails(never_sent(attempts(how))).retry_after(), None);
        }
    }
}

#[test]
fn a_server_that_starts_during_the_backoff_is_called_once() {
    thread::scope(|scope| {
        for operation in OPERATIONS {
            scope.spawn(move || {
                let unreachable = UnusedPort::new();
                let address = unreachable.address();
                // Enough retries to outlast the start of the server, even with the shortest delays.
                let policy = RetryPolicy::new().max_retries(500).base_delay(100 * MS).max_delay(100 * MS);
                let call = thread::spawn(move || operation.send(builder(address).retry(policy), How::AsItIs));
                thread::sleep(300 * MS);
                assert!(!call.is_finished());
                let server = Server::on(unreachable.listen(), |_| json(200, DONE));
                call.join().unwrap().unwrap();
                assert_eq!(server.requests().len(), 1);
            });
        }
    });
}

/// A listener with a full queue neither accepts nor rejects connections.
#[cfg(target_os = "linux")]
mod full {
    use std::net::TcpStream;
    use std::os::fd::AsRawFd;

    use super::*;

    unsafe extern "C" {
        safe fn listen(socket: i32, backlog: i32) -> i32;
    }

    /// The listener, and the connections that fill its queue.
    fn full() -> (TcpListener, Vec<TcpStream>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        assert_eq!(listen(listener.as_raw_fd(), 0), 0);
        let address = listener.local_addr().unwrap();
        let mut waiting = Vec::new();
        while let Ok(connection) = TcpStream::connect_timeout(&address, 200 * MS) {
            waiting.push(connection);
            assert!(waiting.len() < 100, "the queue is never full");
        }
        (listener, waiting)
    }

    #[test]
    fn a_connection_timeout_is_retried_for_every_method() {
        let (listener, _waiting) = full();
        let address = listener.local_addr().unwrap();
        thread::scope(|scope| {
            for (operation, how) in OPERATIONS.into_iter().flat_map(|operation| HOWS.map(|how| (operation, how))) {
                scope.spawn(move || {
                    let builder = builder(address).connect_timeout(100 * MS).retry(quick());
                    let expected = kind(ErrorKind::Timeout).no_status().attempts(attempts(how)).retryable(true);
                    operation.send(builder, how).fails(expected.safe(true).message("100ms"));
                });
            }
        });
    }
}

/// An earlier attempt may have posted the message, even if the last one certainly didn't.
#[test]
fn a_possibly_processed_attempt_prevents_retries() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        // From now on, connections are refused.
        drop(listener);
        let _ = connection.read(&mut [0; 4096]).unwrap();
    });
    let result = Operation::Post.send(builder(address).retry(quick()), How::Idempotent);
    server.join().unwrap();
    result.fails(lost().attempts(3).safe(false));

    for (first, safe) in [(Step::Close, false), (last(502, &[]), false), (last(429, &[]), true)] {
        let server = Server::script(vec![vec![first], vec![last(429, &[("Retry-After", "0")])], vec![last(429, &[])]]);
        let result = Operation::Post.send(server.builder(), How::Idempotent);
        result.fails(api_error(429).attempts(3).safe(safe).retryable(true));
    }
}

#[test]
fn a_post_is_never_retried_after_a_reset_of_a_reused_connection() {
    let done = || Step::Respond(json(201, DONE));
    let server = Server::script(vec![vec![done(), Step::Reset], vec![done()], vec![done()]]);
    let client = server.builder().retry(quick().max_retries(5)).build().unwrap();
    client.post_message(APP, CONVERSATION, &message()).send().unwrap();
    let second = message().with_metadata([("which", "second")]);
    client.post_message(APP, CONVERSATION, &second).send().fails(lost().attempts(1).safe(false));
    let requests = server.requests();
    assert_eq!(requests.iter().filter(|request| request.text().contains("second")).count(), 1, "{requests:#?}");
    assert_eq!((requests.len(), server.connections()), (2, 1));
    client.post_message(APP, CONVERSATION, &message()).send().unwrap();
    assert_eq!(server.connections(), 2);
}

#[test]
fn a_get_is_sent_again_without_a_delay_after_a_reset_of_a_reused_connection() {
    let done = || Step::Respond(json(200, DONE));
    let server = Server::script(vec![vec![done(), Step::Reset], vec![done()]]);
    let client = server.builder().retry(lazy()).build().unwrap();
    for _ in 0..2 {
        client.get_user(APP, USER).send().unwrap();
    }
    assert_eq!((server.connections(), server.requests().len()), (2, 3));
}

#[test]
fn a_connection_that_the_server_closed_between_calls_is_not_used() {
    let done = || vec![Step::Respond(json(201, DONE))];
    let server = Server::script(vec![done(), done()]);
    let client = server.client();
    client.post_message(APP, CONVERSATION, &message()).send().unwrap();
    while server.closed() == 0 {
        thread::sleep(MS);
    }
    client.post_message(APP, CONVERSATION, &message()).send().unwrap();
    assert_eq!((server.connections(), server.requests().len()), (2, 2));
}

// Retry-After and backoff.

/// A server that responds once with a status code and `Retry-After`, and then normally.
fn once(status: u16, after: impl Fn() -> String + Send + Sync + 'static) -> Server {
    let requested = AtomicUsize::new(0);
    Server::handle(move |_| match requested.fetch_add(1, Ordering::SeqCst) {
        0 => response(status, &[("Retry-After", &after())], ""),
        _ => json(200, DONE),
    })
}

#[test]
fn retry_after_may_be_seconds_or_a_date() {
    thread::scope(|scope| {
        for (operation, status) in [(Operation::Get, 429), (Operation::Post, 429), (Operation::Patch, 503)] {
            scope.spawn(move || {
                let server = once(status, || "1".to_owned());
                let began = Instant::now();
                operation.send(server.builder(), How::AsItIs).unwrap();
                assert!(began.elapsed().as_secs() >= 1, "{:?}", began.elapsed());
                assert_eq!(server.requests().len(), 2);
            });
        }
        scope.spawn(|| {
            // Dates have a resolution of seconds, so at least one of two seconds remains.
            let server = once(503, || httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(2)));
            let began = Instant::now();
            Operation::Post.send(server.builder(), How::AsItIs).unwrap();
            assert!(began.elapsed().as_secs() >= 1, "{:?}", began.elapsed());
            assert_eq!(server.requests().len(), 2);
        });
    });
}

#[test]
fn a_retry_after_of_zero_does_not_wait() {
    for after in ["0", "Sun, 06 Nov 1994 08:49:37 GMT"] {
        let server = once(429, || after.to_owned());
        Operation::Post.send(server.builder().retry(lazy()), How::AsItIs).unwrap();
        assert_eq!(server.requests().len(), 2);
    }
}

#[test]
fn a_retry_after_beyond_the_limit_fails_immediately() {
    for (policy, after) in [
        (quick(), "61"),
        (quick(), "18446744073709551615"),
        (quick().max_retry_after(Duration::from_secs(1)), "2"),
        (quick().max_retry_after(Duration::ZERO), "1"),
        // Here, the wait would exceed the deadline.
        (quick(), "21"),
        (quick().max_retry_after(NEVER), "599"),
    ] {
        let server = once(429, || after.to_owned());
        // After a wait, the call would succeed.
        let result = Operation::Get.send(server.builder().retry(policy), How::AsItIs);
        let error = result.fails(api_error(429).attempts(1).retryable(true).safe(true).of(after));
        assert_eq!(server.requests().len(), 1);
        assert_eq!(error.retry_after(), Some(Duration::from_secs(after.parse().unwrap())));
    }
    let day = Duration::from_secs(24 * 60 * 60);
    let server = once(503, move || httpdate::fmt_http_date(SystemTime::now() + day));
    let error = Operation::Get.send(server.builder(), How::AsItIs).fails(api_error(503).attempts(1));
    assert!(error.retry_after().is_some_and(|wait| wait <= day && wait > day - Duration::from_secs(60)), "{error:#?}");
}

#[test]
fn max_retry_after_limits_the_wait() {
    let server = once(429, || "1".to_owned());
    let policy = quick().max_retry_after(Duration::from_secs(1));
    Operation::Get.send(server.builder().retry(policy), How::AsItIs).unwrap();
    assert_eq!(server.requests().len(), 2);
}

#[test]
fn a_delay_beyond_the_deadline_fails_immediately() {
    // A random fraction of ten years is hardly ever less than ten minutes.
    let years = Duration::from_secs(10 * 365 * 24 * 60 * 60);
    let server = Server::always(refusal(503, "unavailable", "Later"));
    let began = Instant::now();
    let builder = server.builder().timeout(NEVER).retry(RetryPolicy::new().base_delay(years).max_delay(years));
    Operation::Get.send(builder, How::AsItIs).fails(api_error(503).attempts(1));
    assert!(began.elapsed() < NEVER);
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn one_deadline_applies_to_all_attempts() {
    let server = Server::handle(|_| {
        thread::sleep(200 * MS);
        response(503, &[("Retry-After", "0")], "")
    });
    for operation in [Operation::Get, Operation::Post] {
        server.take();
        let builder = server.builder().timeout(3000 * MS).retry(quick().max_retries(60));
        let error = operation.send(builder, How::AsItIs).unwrap_err();
        let sent = server.requests().len();
        // At most as many as fit into the time.
        assert!((1..=15).contains(&sent), "{sent}");
        // The last request may not have arrived.
        assert!([sent, sent + 1].contains(&(error.attempts() as usize)), "{sent}: {error:#?}");
        assert!(error.is_timeout() || error.status() == Some(503), "{error:#?}");
        // An attempt without a response may have been processed.
        assert_eq!(error.is_safe_to_retry(), !error.is_timeout(), "{error:#?}");
    }
}

/// Each delay is shorter than the deadline, but their sum isn't.
#[test]
fn delays_count_toward_the_deadline() {
    let server = Server::always(refusal(429, "too_many_requests", "Slow down"));
    let policy = RetryPolicy::new().max_retries(200).base_delay(100 * MS).max_delay(100 * MS);
    let error = Operation::Post.send(server.builder().timeout(2000 * MS).retry(policy), How::AsItIs).unwrap_err();
    // The last attempt may not have had time for a response.
    assert!(error.is_timeout() || error.status() == Some(429), "{error:#?}");
    // 200 delays take ten seconds.
    assert!(error.attempts() < 150, "{error:#?}");
}

// Uploads.

/// Content without repeated parts.
fn content() -> Vec<u8> {
    (0u32..60_000).flat_map(u32::to_le_bytes).collect()
}

/// A server that fails this many times.
fn busy(times: usize, status: u16) -> Server {
    let requested = AtomicUsize::new(0);
    Server::handle(move |_| match requested.fetch_add(1, Ordering::SeqCst) {
        number if number < times => refusal(status, "busy", "Later"),
        _ => json(201, UPLOADED),
    })
}

#[test]
fn files_and_bytes_are_sent_again_from_the_start() {
    let folder = Folder::new();
    let file = folder.file("again.bin", &content());
    for (status, idempotent) in [(429, false), (503, true)] {
        for upload in [Upload::path(&file), Upload::bytes("a.bin", content())] {
            let server = busy(2, status);
            let call = server.client().upload_attachment(APP, upload);
            if idempotent { call.idempotent() } else { call }.send().unwrap();
            let requests = server.requests();
            assert_eq!(requests.len(), 3);
            for request in &requests {
                assert!(request.part().content == content(), "{}", request.head);
                assert_eq!(request.header("content-length"), Some(request.body.len().to_string().as_str()));
                assert_eq!(request.header("content-length"), requests[0].header("content-length"));
                assert_eq!(request.header("authorization"), requests[0].header("authorization"));
                assert_eq!(request.header("user-agent"), requests[0].header("user-agent"));
            }
        }
    }
    let server = busy(2, 503);
    server.client().upload_attachment(APP, Upload::path(&file)).send().fails(api_error(503).attempts(1).safe(false));
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_consumed_reader_is_not_sent_again() {
    for idempotent in [true, false] {
        let server = busy(1, 429);
        let call = server.client().upload_attachment(APP, Upload::reader("a.bin", Cursor::new(content())));
        let result = if idempotent { call.idempotent() } else { call }.send();
        result.fails(api_error(429).attempts(1).retryable(true).safe(true));
        assert!(server.request().part().content == content());
    }
}

#[test]
fn an_unread_reader_is_sent_after_a_failed_connection() {
    let upload = || Upload::reader("a.bin", Cursor::new(content())).length(content().len() as u64);
    let unreachable = UnusedPort::new();
    let client = builder(unreachable.address()).retry(quick()).build().unwrap();
    client.upload_attachment(APP, upload()).send().fails(never_sent(3));

    let policy = RetryPolicy::new().max_retries(500).base_delay(100 * MS).max_delay(100 * MS);
    let client = builder(unreachable.address()).retry(policy).build().unwrap();
    let call = thread::spawn(move || client.upload_attachment(APP, upload()).send());
    thread::sleep(300 * MS);
    let server = Server::on(unreachable.listen(), |_| json(201, UPLOADED));
    call.join().unwrap().unwrap();
    assert!(server.request().part().content == content());
}

// Listings.

fn page(request: &Request) -> Vec<u8> {
    let page: u32 = request.parameter("page[after]").map_or(1, |cursor| cursor.parse().unwrap());
    let meta = if page < 3 {
        serde_json::json!({"hasMore": true, "afterCursor": (page + 1).to_string()})
    } else {
        serde_json::json!({"hasMore": false})
    };
    json(200, serde_json::json!({"clients": [{"id": page.to_string(), "type": "web"}], "meta": meta}).to_string())
}

#[test]
fn a_page_that_fails_once_is_retried() {
    let failed = AtomicUsize::new(0);
    let server = Server::handle(move |request| {
        let second = request.parameter("page[after]").as_deref() == Some("2");
        match second.then(|| failed.fetch_add(1, Ordering::SeqCst)) {
            Some(0) => refusal(503, "unavailable", "Later"),
            // Half of a response head, and nothing more.
            Some(1) => b"HTTP/1.1 200 OK\r\n".to_vec(),
            _ => page(request),
        }
    });
    let policy = quick().attempt_timeout(3000 * MS);
    let clients: Result<Vec<_>> = server.client().list_clients(APP, USER).retry(policy).iter().collect();
    let ids: Vec<_> = clients.unwrap().into_iter().map(|client| client.id).collect();
    assert_eq!(ids, ["1", "2", "3"]);
    let requested: Vec<_> = server.requests().iter().map(|request| request.parameter("page[after]")).collect();
    let cursor = |cursor: &str| Some(cursor.to_owned());
    assert_eq!(requested, [None, cursor("2"), cursor("2"), cursor("2"), cursor("3")]);
}

#[test]
fn each_page_has_the_attempts_of_a_call() {
    let server = Server::handle(|request| match request.parameter("page[after]") {
        Some(_) => refusal(503, "unavailable", "Later"),
        None => page(request),
    });
    let mut listing = server.client().list_clients(APP, USER).iter();
    assert_eq!(listing.next().unwrap().unwrap().id, "1");
    for sent in [4, 7] {
        listing.next().unwrap().fails(api_error(503).attempts(3));
        assert_eq!(server.requests().len(), sent);
        listing.resume();
    }
}
