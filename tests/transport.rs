//! The transport: headers, timeouts, sizes, agents and proxies.

use crate::raw_server;

use std::collections::HashSet;
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, Instant};

use raw_server::{APP, CONVERSATION, KEY_ID, KEY_SECRET, RawServer, Step, USER, UnusedPort, json, refusal, response};
use serde::Deserialize;
use sunshine_conversations::http::Method;
use sunshine_conversations::models::*;
use sunshine_conversations::ureq::Agent;
use sunshine_conversations::{ApiClient, Credentials, Error, ErrorKind, Json, RetryPolicy};

const FOUND: &str = r#"{"user":{"id":"1","externalId":"steve"}}"#;

fn message() -> MessagePost {
    MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text("Hi"))
}

// Timeouts.

#[test]
fn the_timeout_of_the_client_is_that_of_its_calls() {
    let server = RawServer::script(vec![vec![Step::Silence], vec![Step::Silence]]);
    let api = server.builder().timeout(Duration::from_millis(200)).build().unwrap();
    let began = Instant::now();
    assert!(api.get_user(APP, USER).send().unwrap_err().is_timeout());
    assert!(api.post_message(APP, CONVERSATION, &message()).send().unwrap_err().is_timeout());
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[test]
fn the_timeout_of_a_call_overrides_that_of_the_client() {
    let slow = || vec![Step::RespondAfter(Duration::from_millis(500), json(200, FOUND))];
    let server = RawServer::script(vec![slow(), slow()]);
    let api = server.builder().timeout(Duration::from_millis(50)).build().unwrap();
    api.get_user(APP, USER).timeout(Duration::from_secs(20)).send().unwrap();
    let error = server.client().get_user(APP, USER).timeout(Duration::from_millis(50)).send().unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert!(error.to_string().contains("50ms"), "{error}");
}

#[test]
fn the_timeout_can_be_disabled() {
    let slow = vec![Step::RespondAfter(Duration::from_millis(300), json(200, FOUND))];
    let server = RawServer::script(vec![slow]);
    let api = server.builder().timeout(None).connect_timeout(None).build().unwrap();
    api.get_user(APP, USER).send().unwrap();
}

/// A trickle of bytes doesn't keep a call alive: the timeout applies to the full call.
#[test]
fn a_slow_response_times_out() {
    let mut steps = Vec::new();
    let piece = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{".to_vec();
    steps.push(Step::RespondAfter(Duration::from_millis(150), piece));
    steps.push(Step::Silence);
    let server = RawServer::script(vec![steps]);
    let error = server.client().get_user(APP, USER).timeout(Duration::from_millis(400)).send().unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
}

// Headers.

#[test]
fn every_call_sends_user_agent_and_accept() {
    let server = RawServer::always(json(201, r#"{"messages":[]}"#));
    server.client().post_message(APP, CONVERSATION, &message()).send().unwrap();
    let request = server.request();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.target(), format!("/v2/apps/{APP}/conversations/{CONVERSATION}/messages"));
    assert_eq!(request.header("host"), Some(server.url().trim_start_matches("http://")));
    // app_5d8c:hush-7f3a9c
    assert_eq!(request.header("authorization"), Some("Basic YXBwXzVkOGM6aHVzaC03ZjNhOWM="));
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("content-length"), Some(request.body.len().to_string().as_str()));
    assert_eq!(request.header("transfer-encoding"), None);
    assert_eq!(request.header("accept-encoding"), cfg!(feature = "gzip").then_some("gzip"));
    let version = include_str!("../Cargo.toml").lines().find_map(|line| line.strip_prefix("version = "));
    let version = version.expect("a version").trim_matches('"');
    assert_eq!(request.header("user-agent"), Some(format!("sunshine-conversations-rust/{version}").as_str()));
    let body = serde_json::json!({"author": {"type": "business"}, "content": {"type": "text", "text": "Hi"}});
    assert_eq!(request.json(), body);
}

#[test]
fn a_call_without_a_body_omits_the_content_type() {
    let server = RawServer::always(json(200, FOUND));
    server.client().get_user(APP, USER).send().unwrap();
    let request = server.request();
    assert_eq!(request.header("content-type"), None);
    assert_eq!(request.header("transfer-encoding"), None);
    assert!(request.body.is_empty());
}

#[test]
fn a_token_is_sent_as_bearer() {
    let server = RawServer::always(json(200, FOUND));
    let api = server.builder().credentials(Credentials::bearer("ey.J.x")).build().unwrap();
    api.get_user(APP, USER).send().unwrap();
    assert_eq!(server.request().header("authorization"), Some("Bearer ey.J.x"));
}

#[test]
fn the_error_mentions_missing_credentials() {
    let server = RawServer::always(refusal(401, "unauthorized", "no"));
    let api = ApiClient::builder().base_url(server.url()).no_proxy().build().unwrap();
    let error = api.get_user(APP, USER).send().unwrap_err();
    assert_eq!(server.request().header("authorization"), None);
    assert!(error.to_string().contains("doesn't have credentials"), "{error}");
}

#[test]
fn default_headers_are_sent_with_every_call() {
    let server = RawServer::always(json(200, FOUND));
    let api = server
        .builder()
        .user_agent("Bot/7")
        .header("X-Zendesk-Marketplace-Name", "acme")
        .header("X-Many", "one")
        .header("x-many", "two")
        .build()
        .unwrap();
    api.get_user(APP, USER).send().unwrap();
    api.clone().get_user(APP, USER).send().unwrap();
    for request in server.requests() {
        assert_eq!(request.header("x-zendesk-marketplace-name"), Some("acme"));
        assert_eq!(request.headers("x-many"), ["two"]);
        let agent = request.header("user-agent").unwrap();
        assert!(agent.starts_with("Bot/7 sunshine-conversations-rust/"), "{agent}");
    }
}

#[test]
fn headers_of_a_call_replace_those_of_the_client() {
    let server = RawServer::always(json(200, FOUND));
    let api = server.builder().header("X-A", "client").header("X-A", "again").header("X-B", "client").build().unwrap();
    api.get_user(APP, USER)
        .header("x-a", "call")
        .header("Authorization", "Bearer other")
        .header("Accept", "*/*")
        .header("User-Agent", "mine")
        .send()
        .unwrap();
    api.get_user(APP, USER).header("X-A", "first").header("X-A", "last").send().unwrap();
    let requests = server.requests();
    assert_eq!(requests[0].header("x-a"), Some("call"));
    assert_eq!(requests[0].header("x-b"), Some("client"));
    assert_eq!(requests[0].header("authorization"), Some("Bearer other"));
    assert_eq!(requests[0].header("accept"), Some("*/*"));
    assert_eq!(requests[0].header("user-agent"), Some("mine"));
    // A call's header doesn't affect the next call.
    assert_eq!(requests[1].header("x-a"), Some("last"));
    assert!(requests[1].header("authorization").unwrap().starts_with("Basic "));
}

#[test]
fn invalid_headers_are_rejected() {
    let server = RawServer::always(json(200, FOUND));
    let api = server.client();
    for (name, value) in [("X-A", "a\r\nX-B: b"), ("X-A", "a\nb"), ("X A", "a"), ("", "a"), ("X:A", "a"), ("X-A", "\0")]
    {
        let error = api.get_user(APP, USER).header(name, value).send().unwrap_err();
        assert_eq!((error.kind(), error.parameter()), (ErrorKind::InvalidInput, Some(name)), "{error:?}");
        assert!(error.to_string().contains("header"), "{error}");
    }
    assert_eq!(server.connections(), 0);
}

// Queries.

#[test]
fn additional_query_parameters_are_encoded_and_may_repeat() {
    let server = RawServer::always(json(200, FOUND));
    server
        .client()
        .get_user(APP, USER)
        .brand_id("9477")
        .query("a b", "c&d=e+f")
        .query("n", "1")
        .query("n", "2")
        .send()
        .unwrap();
    let request = server.request();
    let target = request.target().split_once('?').unwrap().1;
    assert_eq!(target, "brandId=9477&a%20b=c%26d%3De%2Bf&n=1&n=2");
}

#[test]
fn the_last_call_of_a_setter_counts() {
    let server = RawServer::always(json(200, FOUND));
    server.client().get_user(APP, USER).brand_id("1").brand_id("2").send().unwrap();
    assert_eq!(server.request().parameter("brandId").as_deref(), Some("2"));
    let error = server.client().get_user(APP, USER).brand_id("").send().unwrap_err();
    assert_eq!(error.parameter(), Some("brandId"));
    assert_eq!(server.requests().len(), 1);
}

// Full responses.

#[test]
fn send_full_returns_status_headers_and_text() {
    let body = "{\"user\": {\"id\":\"1\",\"unheardOf\":1.50}}\n";
    let headers = [("Content-Type", "application/json"), ("X-Request-Id", "r1"), ("X-Many", "1"), ("X-Many", "2")];
    let server = RawServer::always(response(201, &headers, body));
    let response = server.client().get_user(APP, USER).send_full().unwrap();
    assert_eq!(response.status, 201);
    assert_eq!(response.headers["x-request-id"], "r1");
    assert_eq!(response.headers.get_all("x-many").iter().count(), 2);
    assert_eq!(response.body.user.id, "1");
    assert_eq!(response.raw, body.as_bytes());
}

#[test]
fn errors_keep_the_headers() {
    let error_body = r#"{"errors":[{"code":"too_many_requests","title":"Slow down"}]}"#;
    let server = RawServer::always(response(429, &[("Retry-After", "7")], error_body));
    let error = server.client().get_user(APP, USER).send_full().map(|_| ()).unwrap_err();
    assert_eq!(error.headers().unwrap()["retry-after"], "7");
    assert!(error.is_retryable());
}

#[test]
fn chunked_responses_are_reassembled() {
    let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"user\":{\r\n9;x=y\r\n\"id\":\"1\"}\r\n1\r\n}\r\n0\r\n\r\n";
    let server = RawServer::always(chunked.to_vec());
    let api = server.client();
    for _ in 0..3 {
        assert_eq!(api.get_user(APP, USER).send().unwrap().user.id, "1");
    }
    assert_eq!(server.connections(), 1);
}

#[test]
fn a_response_may_end_with_the_connection() {
    let response = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{FOUND}").into_bytes();
    let server = RawServer::script(vec![vec![Step::Respond(response)]]);
    assert_eq!(server.client().get_user(APP, USER).send().unwrap().user.id, "1");
}

#[test]
fn interim_responses_are_skipped() {
    let response = [b"HTTP/1.1 100 Continue\r\n\r\n".to_vec(), json(201, r#"{"messages":[]}"#)].concat();
    let server = RawServer::always(response);
    server.client().post_message(APP, CONVERSATION, &message()).send().unwrap();
}

#[test]
fn bytes_other_than_http_are_a_lost_connection() {
    let server = RawServer::script(vec![vec![Step::Respond(b"SSH-2.0-OpenSSH_9.6\r\n\r\n".to_vec())]]);
    let error = server.client().get_user(APP, USER).send().unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Connection, None), "{error:?}");
}

/// Compressed: `{"user":{"id":"compressed","externalId":"steve"}}`.
#[cfg(feature = "gzip")]
const COMPRESSED: &[u8] = &[
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xab, 0x56, 0x2a, 0x2d, 0x4e, 0x2d, 0x52, 0xb2, 0xaa,
    0x56, 0xca, 0x4c, 0x51, 0xb2, 0x52, 0x4a, 0xce, 0xcf, 0x2d, 0x28, 0x4a, 0x2d, 0x2e, 0x4e, 0x4d, 0x51, 0xd2, 0x51,
    0x4a, 0xad, 0x28, 0x49, 0x2d, 0xca, 0x4b, 0xcc, 0xf1, 0x04, 0xc9, 0x14, 0x97, 0xa4, 0x96, 0xa5, 0x2a, 0xd5, 0xd6,
    0x02, 0x00, 0x76, 0x3f, 0xc2, 0x1b, 0x31, 0x00, 0x00, 0x00,
];

#[cfg(feature = "gzip")]
#[test]
fn compressed_responses_are_decoded() {
    let server = RawServer::always(response(200, &[("Content-Encoding", "gzip")], COMPRESSED));
    let api = server.client();
    let found = api.get_user(APP, USER).send_full().unwrap();
    assert_eq!((found.body.user.id.as_str(), found.raw[0]), ("compressed", b'{'));
    api.get_user(APP, USER).send().unwrap();
    assert_eq!((server.requests().len(), server.connections()), (2, 1));
    let server = RawServer::always(response(404, &[("Content-Encoding", "gzip")], COMPRESSED));
    assert_eq!(server.client().get_user(APP, USER).send().unwrap_err().status(), Some(404));
}

#[cfg(feature = "gzip")]
#[test]
fn broken_compression_is_an_error() {
    let server = RawServer::always(response(200, &[("Content-Encoding", "gzip")], &COMPRESSED[..30]));
    server.client().get_user(APP, USER).send().unwrap_err();
    let server = RawServer::always(response(200, &[("Content-Encoding", "gzip")], FOUND));
    server.client().get_user(APP, USER).send().unwrap_err();
}

/// JSON of this many megabytes.
fn large(megabytes: usize) -> String {
    format!(r#"{{"user":{{"id":"1","signedUpAt":"{}"}}}}"#, "x".repeat(megabytes << 20))
}

#[test]
fn a_response_of_15_mb_is_read_and_one_of_17_mb_rejected() {
    let server = RawServer::always(json(200, large(15)));
    assert_eq!(server.client().get_user(APP, USER).send().unwrap().user.id, "1");
    for declared in [true, false] {
        let body = large(17);
        let response = if declared { json(200, body) } else { [b"HTTP/1.1 200 OK\r\n\r\n", body.as_bytes()].concat() };
        let server = RawServer::script(vec![vec![Step::Respond(response)]]);
        let error = server.client().get_user(APP, USER).send().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{error:?}");
        assert!(error.to_string().contains("exceeds"), "{error}");
        assert!(!error.is_retryable());
    }
    let server = RawServer::script(vec![vec![Step::Respond(json(500, large(17)))]]);
    server.client().get_user(APP, USER).send().unwrap_err();
}

#[cfg(feature = "gzip")]
#[test]
fn the_limit_applies_to_decompressed_responses() {
    let bomb = raw_server::bomb(100);
    assert!(bomb.len() < 1 << 20);
    let server = RawServer::script(vec![vec![Step::Respond(response(200, &[("Content-Encoding", "gzip")], bomb))]]);
    let error = server.client().get_user(APP, USER).send().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge, "{error:?}");
    assert!(error.to_string().contains("exceeds"), "{error}");
}

// Untyped calls.

#[derive(Deserialize, Debug, PartialEq)]
struct Poll {
    id: String,
    votes: u32,
}

#[test]
fn any_request_can_be_made() {
    let server = RawServer::always(json(201, r#"{"id":"p1","votes":3}"#));
    let api = server.client();
    let body = serde_json::json!({"title": "Lunch?"});
    let path = "/v2/apps/5d8c/polls/a%20b";
    let response: Json =
        api.request(Method::POST, path).json(&body).query("brandId", "1 2").header("X-A", "b").send().unwrap();
    assert_eq!(response.get::<u32>("votes").unwrap(), Some(3));
    let poll: Poll = api.request(Method::GET, path).send_as().unwrap();
    assert_eq!(poll, Poll { id: "p1".to_owned(), votes: 3 });
    let full = api.request(Method::PUT, path).json(&[1, 2]).send_full().unwrap();
    assert_eq!(full.status, 201);
    api.request(Method::DELETE, path).send().unwrap();

    let requests = server.requests();
    assert_eq!(requests[0].target(), "/v2/apps/5d8c/polls/a%20b?brandId=1%202");
    assert_eq!((requests[0].method(), requests[0].json()), ("POST", body));
    assert_eq!(requests[0].header("content-type"), Some("application/json"));
    assert_eq!(requests[0].header("x-a"), Some("b"));
    let methods: Vec<&str> = requests.iter().map(raw_server::Request::method).collect();
    assert_eq!(methods, ["POST", "GET", "PUT", "DELETE"]);
    assert_eq!(requests[2].text(), "[1,2]");
    assert!(requests.iter().all(|request| request.header("authorization").is_some()));
}

#[test]
fn a_body_is_sent_or_rejected_depending_on_the_method() {
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        let server = RawServer::always(json(200, "{}"));
        server.client().request(method.clone(), "/v2/x").json(&[1]).send().unwrap();
        assert_eq!((server.request().method(), server.request().text().as_str()), (method.as_str(), "[1]"));
    }
}

#[test]
fn a_post_without_a_body_sends_content_length_0() {
    let server = RawServer::always(json(200, "{}"));
    server.client().request(Method::POST, "/v2/x").send().unwrap();
    let request = server.request();
    assert_eq!((request.header("content-length"), request.body.len()), (Some("0"), 0), "{}", request.head);
}

#[test]
fn paths_to_other_hosts_are_rejected() {
    let server = RawServer::always(json(200, "{}"));
    let api = server.client();
    for path in [
        "",
        "v2/apps",
        "http://example.com/",
        "/v2/apps?x=1",
        "/v2/apps#x",
        "/v2/../x",
        "/v2/.",
        "/..",
        "/v2/%2e%2E/x",
        "/v2/.%2e/x",
        "/v2/a b",
        "/v2/\r\nX: y",
        "@example.com/",
        ".example.com/",
    ] {
        let error = api.request(Method::GET, path).send().unwrap_err();
        assert_eq!((error.kind(), error.parameter()), (ErrorKind::InvalidInput, Some("path")), "{path}: {error:?}");
    }
    assert_eq!(server.connections(), 0);
    for path in ["/", "/v2/...", "/v2/a.b", "/v2/%2F"] {
        api.request(Method::GET, path).send().unwrap();
    }
}

#[test]
fn a_custom_type_of_another_shape_names_the_field() {
    let server = RawServer::always(json(200, r#"{"id":"p1","votes":"three"}"#));
    let error = server.client().request(Method::GET, "/v2/polls/1").send_as::<Poll>().unwrap_err();
    assert_eq!((error.kind(), error.field()), (ErrorKind::Decode, Some("votes")), "{error:?}");
    assert_eq!(error.path(), Some("/v2/polls/1"));
}

#[test]
fn the_path_of_the_base_url_is_kept() {
    let server = RawServer::always(json(200, FOUND));
    for url in [format!("{}/sc", server.url()), format!("{}/sc/", server.url())] {
        let api = ApiClient::builder().base_url(&url).no_proxy().build().unwrap();
        api.get_user(APP, USER).send().unwrap();
    }
    for request in server.requests() {
        assert_eq!(request.target(), format!("/sc/v2/apps/{APP}/users/{USER}"));
    }
}

#[test]
fn authorize_returns_the_redirect_and_its_target() {
    let to = "https://example.com/back?code=abc";
    for body in ["", "Found. Redirecting to …", "<p>Found</p>"] {
        let server = RawServer::always(response(302, &[("Location", to)], body));
        let api = server.client();
        let call = || api.authorize("client", "code").state("s&t").redirect_uri("https://example.com/back");
        let response = call().send_full().unwrap();
        assert_eq!((response.status, response.headers["location"].to_str().unwrap()), (302, to));
        call().send().unwrap();
        let request = server.requests().remove(0);
        assert_eq!(request.path(), "/oauth/authorize");
        assert_eq!(request.parameter("client_id").as_deref(), Some("client"));
        assert_eq!(request.parameter("response_type").as_deref(), Some("code"));
        assert_eq!(request.parameter("state").as_deref(), Some("s&t"));
        assert_eq!(request.parameter("redirect_uri").as_deref(), Some("https://example.com/back"));
    }
    let server = RawServer::always(refusal(400, "bad_request", "no such client"));
    assert_eq!(server.client().authorize("client", "code").send().unwrap_err().status(), Some(400));
    assert_eq!(server.client().authorize("", "code").send().unwrap_err().parameter(), Some("client_id"));
}

// One client for many threads.

#[test]
fn clones_share_the_pool() {
    let server = RawServer::always(json(200, FOUND));
    let api = server.client();
    for _ in 0..5 {
        api.clone().get_user(APP, USER).send().unwrap();
    }
    drop(api.clone());
    api.get_user(APP, USER).send().unwrap();
    assert_eq!((server.requests().len(), server.connections()), (6, 1));
}

/// The IDs that eight threads request, twenty each, and the IDs they receive. All threads repeat their requests at the
/// same time, like the workers of a busy program.
fn eight_threads(api: &ApiClient) -> Vec<(String, Result<UserId, Error>)> {
    let barrier = Arc::new(Barrier::new(8));
    let ask = |thread: u32| {
        let (api, barrier) = (api.clone(), Arc::clone(&barrier));
        thread::spawn(move || {
            let mut responses = Vec::new();
            for round in 0..20 {
                barrier.wait();
                let id = format!("{thread}-{round}");
                let response = api.get_user(APP, &id).send().map(|found| found.user.id);
                responses.push((id, response));
            }
            responses
        })
    };
    let threads: Vec<_> = (0..8).map(ask).collect();
    threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
}

/// Responds with the requested user.
fn echo() -> RawServer {
    RawServer::handle(|request| {
        // Long enough for all threads to be waiting at once.
        thread::sleep(Duration::from_millis(5));
        let id = request.path().rsplit('/').next().unwrap_or_default();
        json(200, format!(r#"{{"user":{{"id":"{id}"}}}}"#))
    })
}

#[test]
fn eight_threads_share_a_client() {
    let server = echo();
    let responses = eight_threads(&server.client());
    assert_eq!(responses.len(), 160);
    for (requested, given) in responses {
        assert_eq!(given.unwrap(), requested, "a response to another call");
    }
    let paths: HashSet<String> = server.requests().iter().map(|request| request.path().to_owned()).collect();
    assert_eq!((server.requests().len(), paths.len()), (160, 160));
}

#[test]
fn eight_threads_need_eight_connections() {
    let server = echo();
    eight_threads(&server.client());
    // A thread can reuse the connection that it returned. Otherwise, most calls would need a new connection and TLS
    // handshake.
    assert!(server.connections() <= 8, "{} connections for 160 calls of eight threads", server.connections());
}

#[test]
fn a_call_can_move_to_another_thread() {
    let server = RawServer::always(json(200, FOUND));
    let call = server.client().get_user(APP, USER);
    let found = thread::spawn(move || call.send()).join().unwrap().unwrap();
    assert_eq!(found.user.id, "1");
    let mut listing = server.client().list_clients(APP, USER).iter();
    thread::spawn(move || drop(listing.next())).join().unwrap();
    let error = server.client().list_clients(APP, USER).send().unwrap_err();
    thread::spawn(move || error.to_string()).join().unwrap();
}

// Agents and proxies.

#[test]
fn a_custom_agent_keeps_the_rules() {
    let other = RawServer::always(json(200, FOUND));
    let to = format!("{}/x", other.url());
    let server = RawServer::handle(move |request| match request.path().rsplit('/').next() {
        Some("moved") => response(302, &[("Location", &to)], ""),
        Some("gone") => refusal(404, "not_found", "Resource not found"),
        _ => json(200, FOUND),
    });
    let agent: Agent = Agent::config_builder()
        .max_redirects(5)
        .http_status_as_error(true)
        .user_agent("agent/1")
        .timeout_global(Some(Duration::from_millis(1)))
        .proxy(None)
        .build()
        .into();
    let api = ApiClient::builder()
        .base_url(server.url())
        .credentials(Credentials::basic(KEY_ID, KEY_SECRET))
        .agent(agent)
        .timeout(Duration::from_secs(20))
        .build()
        .unwrap();
    for _ in 0..3 {
        api.get_user(APP, "here").send().unwrap();
    }
    let error = api.get_user(APP, "moved").send().unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(302)), "{error:?}");
    let error = api.get_user(APP, "gone").send().unwrap_err();
    assert_eq!((error.status(), error.code()), (Some(404), Some("not_found")), "{error:?}");
    assert_eq!(other.connections(), 0);
    assert_eq!(server.connections(), 1);
    assert!(server.requests()[0].header("user-agent").unwrap().contains("sunshine-conversations-rust"));
}

#[test]
fn a_timeout_of_an_agent_is_a_timeout() {
    let server = RawServer::script(vec![vec![Step::Silence]]);
    let agent: Agent =
        Agent::config_builder().timeout_recv_response(Some(Duration::from_millis(100))).proxy(None).build().into();
    let api = ApiClient::builder().base_url(server.url()).agent(agent).retry(RetryPolicy::none()).build().unwrap();
    let error = api.get_user(APP, USER).timeout(Duration::from_secs(20)).send().unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert!(error.to_string().contains("timed out"), "{error}");
}

#[test]
fn an_empty_filter_is_rejected() {
    let server = RawServer::always(json(200, FOUND));
    let error = server.client().list_apps().filter(&AppListFilter::new()).send().unwrap_err();
    assert!(error.to_string().contains("filter") && error.to_string().contains("set at least one field"), "{error}");
    assert_eq!(server.connections(), 0);
}

#[test]
fn an_agent_and_a_proxy_exclude_each_other() {
    let agent: Agent = Agent::config_builder().build().into();
    let error = ApiClient::builder().subdomain("acme").agent(agent).no_proxy().build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
}

fn through_proxy(proxy: &str) -> ApiClient {
    let builder = ApiClient::builder().base_url("http://sunco.invalid:8080").allow_http(true).proxy(proxy);
    let builder = builder.credentials(Credentials::basic(KEY_ID, KEY_SECRET)).timeout(Duration::from_secs(20));
    builder.retry(RetryPolicy::none()).build().unwrap()
}

#[test]
fn a_proxy_that_refuses_to_connect_is_named() {
    let host = "http://sunco.invalid:8080";
    for (status, user, expected, is_retryable) in [
        (407, "", "requires a user name and password (407): add them to its URL".to_owned(), false),
        (407, "user:hush-hush@", "rejected its user name and password (407)".to_owned(), false),
        (403, "", format!("refused to connect to {host} (403)"), false),
        (502, "", format!("could not connect to {host} (502)"), true),
        (504, "", format!("could not connect to {host} (504)"), true),
    ] {
        let proxy = RawServer::script(vec![vec![Step::Respond(response(status, &[], ""))]]);
        let error = through_proxy(&format!("http://{user}127.0.0.1:{}", proxy.port())).get_user(APP, USER).send();
        let error = error.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Connection, None), "{error:?}");
        assert_eq!(error.is_retryable(), is_retryable, "{error:?}");
        let (message, name) = (error.to_string(), format!("the proxy 127.0.0.1:{}", proxy.port()));
        assert!(message.ends_with(&format!("{name} {expected}")), "{message}");
        assert!(!format!("{error:?}").contains("hush"), "{error:?}");
        let request = proxy.request();
        assert_eq!((request.method(), request.target()), ("CONNECT", "sunco.invalid:8080"));
        // The request to the proxy isn't encrypted.
        assert_eq!(request.header("authorization"), None);
    }
}

#[test]
fn a_proxy_that_is_down_is_named() {
    let unused = UnusedPort::new();
    let address = unused.address();
    let error = through_proxy(&format!("http://user:hush-hush@{address}")).get_user(APP, USER).send().unwrap_err();
    assert!(error.to_string().contains(&format!("could not reach the proxy {address}: ")), "{error}");
    let error =
        through_proxy("http://user:hush-hush@missing.sunco.invalid:3128").get_user(APP, USER).send().unwrap_err();
    let expected = "could not resolve the proxy missing.sunco.invalid:3128; check the proxy's URL, and your network";
    assert!(error.to_string().ends_with(expected), "{error}");
    for steps in [vec![Step::Close], vec![Step::Reset], vec![Step::Silence]] {
        let silent = matches!(steps[..], [Step::Silence]);
        let proxy = RawServer::script(vec![steps]);
        let url = format!("http://user:hush-hush@127.0.0.1:{}", proxy.port());
        let timeout = Duration::from_millis(if silent { 300 } else { 20_000 });
        let error = through_proxy(&url).get_user(APP, USER).timeout(timeout).send().unwrap_err();
        assert_eq!((error.kind() == ErrorKind::Timeout, error.status()), (silent, None), "{error:?}");
        assert!(error.to_string().contains(&format!("the proxy 127.0.0.1:{}", proxy.port())), "{error}");
        assert!(!format!("{error:?}").contains("hush"), "{error:?}");
    }
}

#[cfg(feature = "socks-proxy")]
#[test]
fn a_socks_proxy_that_fails_is_named() {
    let unused = UnusedPort::new();
    let error = through_proxy(&format!("socks5h://{}", unused.address())).get_user(APP, USER).send().unwrap_err();
    assert!(error.to_string().contains(&format!("could not reach the proxy {}: ", unused.address())), "{error}");
    let proxy = RawServer::always(response(400, &[], ""));
    let error = through_proxy(&format!("socks5h://127.0.0.1:{}", proxy.port())).get_user(APP, USER);
    let error = error.timeout(Duration::from_secs(1)).send().unwrap_err();
    assert!(error.to_string().contains(&format!("the proxy 127.0.0.1:{}", proxy.port())), "{error}");
}

#[test]
fn a_call_goes_through_a_proxy_tunnel() {
    let proxy = RawServer::handle(|request| match request.method() {
        "CONNECT" => b"HTTP/1.1 200 Connection established\r\n\r\n".to_vec(),
        _ => json(200, FOUND),
    });
    let api = ApiClient::builder()
        .base_url("http://sunco.invalid")
        .allow_http(true)
        .proxy(proxy.url())
        .timeout(Duration::from_secs(20))
        .build()
        .unwrap();
    assert_eq!(api.get_user(APP, USER).send().unwrap().user.id, "1");
}

// Unreachable hosts.

#[track_caller]
fn assert_unreachable(error: &Error) {
    assert_eq!((error.kind(), error.status()), (ErrorKind::Connection, None), "{error:?}");
    assert!(error.is_retryable() && !error.is_timeout());
    assert_eq!(error.operation(), Some("GetUser"));
    assert!(std::error::Error::source(error).is_some());
}

#[test]
fn an_unreachable_host_is_named() {
    let unreachable = UnusedPort::new();
    let url = unreachable.url();
    let error = ApiClient::builder().base_url(&url).no_proxy().build().unwrap().get_user(APP, USER).send().unwrap_err();
    assert_unreachable(&error);
    assert!(error.to_string().contains(&url), "{error}");
}

#[test]
fn an_unresolvable_host_is_named() {
    let builder = ApiClient::builder().base_url("https://missing.sunco.invalid/sc").no_proxy();
    let policy = RetryPolicy::new().base_delay(Duration::from_millis(2));
    let api = builder.timeout(Duration::from_secs(30)).retry(policy).build().unwrap();
    let error = api.get_user(APP, USER).send().unwrap_err();
    assert_unreachable(&error);
    assert!(error.to_string().contains("could not resolve https://missing.sunco.invalid/sc"), "{error}");
    // Nothing can have been posted.
    let error = api.post_message(APP, CONVERSATION, &message()).send().unwrap_err();
    assert_eq!((error.attempts(), error.is_safe_to_retry()), (3, true), "{error:?}");
}

#[test]
fn a_server_that_closes_is_a_lost_connection() {
    let server = RawServer::script(Vec::new());
    let error = server.client().get_user(APP, USER).send().unwrap_err();
    assert_unreachable(&error);
    let server = RawServer::script(vec![vec![Step::Reset]]);
    assert_unreachable(&server.client().get_user(APP, USER).send().unwrap_err());
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[test]
fn a_server_without_tls_is_a_lost_connection() {
    let server = RawServer::script(Vec::new());
    let url = format!("https://127.0.0.1:{}", server.port());
    let api = ApiClient::builder().base_url(url).no_proxy().timeout(Duration::from_secs(20)).build().unwrap();
    assert_unreachable(&api.get_user(APP, USER).send().unwrap_err());
}

#[test]
fn only_transient_failures_are_retryable() {
    for (status, retryable) in
        [(400, false), (401, false), (404, false), (408, true), (409, false), (423, false), (429, true)]
            .into_iter()
            .chain([(500, true), (501, false), (502, true), (503, true), (504, true)])
    {
        let server = RawServer::always(refusal(status, "code", "title"));
        let error = server.client().get_user(APP, USER).send().unwrap_err();
        assert_eq!((error.status(), error.is_retryable(), error.is_timeout()), (Some(status), retryable, false));
    }
}
