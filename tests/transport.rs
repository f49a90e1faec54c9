//! The transport: timeouts, headers, responses, redirects, connections, agents and proxies.

use std::thread;
use std::time::Duration;

use crate::support::expect::{Fails, api_error, invalid, kind, lost, undecodable};
use crate::support::message;
use crate::support::server::{
    APP, CONVERSATION, KEY_ID, KEY_SECRET, Request, Server, Step, USER, UnusedPort, json, refusal, response,
};
use serde::Deserialize;
use sunshine_conversations::http::Method;
use sunshine_conversations::models::*;
use sunshine_conversations::ureq::Agent;
use sunshine_conversations::{
    ApiClient, ApiClientBuilder, Call, Credentials, Error, ErrorKind, Json, RetryPolicy, Upload,
};

const FOUND: &str = r#"{"user":{"id":"1","externalId":"steve"}}"#;

fn found() -> Server {
    Server::responding(FOUND)
}

/// The errors of each way of sending.
fn errors(client: &ApiClient) -> [Error; 6] {
    [
        client.get_user(APP, USER).send().unwrap_err(),
        client.delete_user(APP, USER).send().unwrap_err(),
        client.post_message(APP, CONVERSATION, &message()).send_full().map(|_| ()).unwrap_err(),
        client.upload_attachment(APP, Upload::bytes("a.txt", "a")).send().unwrap_err(),
        client.list_clients(APP, USER).iter().next().unwrap().unwrap_err(),
        client.request(Method::GET, "/v2/apps").send().unwrap_err(),
    ]
}

// Timeouts.

/// The default timeouts take a minute, so this one is short.
#[test]
fn a_server_that_never_responds_does_not_block_any_call() {
    let server = Server::script((0..6).map(|_| vec![Step::Silence]).collect());
    let client = server.builder().timeout(Duration::from_millis(300)).build().unwrap();
    for error in errors(&client) {
        kind(ErrorKind::Timeout).retryable(true).message("300ms").check(&error);
    }
}

#[test]
fn the_timeout_of_a_call_overrides_that_of_the_client() {
    let slow = || vec![Step::RespondAfter(Duration::from_millis(500), json(200, FOUND))];
    let server = Server::script(vec![slow(), slow()]);
    let client = server.builder().timeout(Duration::from_millis(50)).build().unwrap();
    client.get_user(APP, USER).timeout(Duration::from_secs(20)).send().unwrap();
    let call = server.client().get_user(APP, USER).timeout(Duration::from_millis(50));
    call.send().fails(kind(ErrorKind::Timeout).message("50ms"));
}

#[test]
fn the_timeout_can_be_disabled() {
    let slow = vec![Step::RespondAfter(Duration::from_millis(300), json(200, FOUND))];
    let server = Server::script(vec![slow]);
    let client = server.builder().timeout(None).connect_timeout(None).build().unwrap();
    client.get_user(APP, USER).send().unwrap();
}

// Headers.

#[test]
fn requests_have_the_headers_of_the_client_and_the_call() {
    type Configure = fn(ApiClientBuilder) -> ApiClientBuilder;
    type Set =
        fn(Call<sunshine_conversations::operations::GetUser>) -> Call<sunshine_conversations::operations::GetUser>;
    // app_5d8c:hush-7f3a9c
    const BASIC: &str = "Basic YXBwXzVkOGM6aHVzaC03ZjNhOWM=";
    let this = format!("sunshine-conversations-rust/{}", version());
    let gzip = if cfg!(feature = "gzip") { "gzip" } else { "" };
    let (configured, set): (Configure, Set) = (|builder| builder, |call| call);
    let many: Configure = |builder| builder.header("X-A", "client").header("x-a", "again").header("X-B", "client");
    for (configure, set, expected) in [
        (configured, set, &[("Accept", "application/json"), ("Authorization", BASIC), ("Accept-Encoding", gzip)][..]),
        (
            configured,
            set,
            &[("User-Agent", &this), ("Content-Type", ""), ("Transfer-Encoding", ""), ("Content-Length", "")],
        ),
        (|builder| builder.credentials(Credentials::bearer("ey.J.x")), set, &[("Authorization", "Bearer ey.J.x")]),
        (|builder| builder.user_agent("Bot/7"), set, &[("User-Agent", &format!("Bot/7 {this}"))]),
        (many, set, &[("X-A", "again"), ("X-B", "client")]),
        (many, |call| call.header("x-a", "call"), &[("X-A", "call"), ("X-B", "client")]),
        (many, |call| call.header("X-A", "first").header("X-A", "last"), &[("X-A", "last")]),
        (configured, |call| call.header("Authorization", "Bearer other"), &[("Authorization", "Bearer other")]),
        (configured, |call| call.header("Accept", "*/*"), &[("Accept", "*/*")]),
        (configured, |call| call.header("User-Agent", "mine"), &[("User-Agent", "mine")]),
    ] {
        let server = found();
        let client = configure(server.builder()).build().unwrap();
        set(client.get_user(APP, USER)).send().unwrap();
        // A call's headers don't affect the next call, and clones have the headers of the client.
        client.clone().get_user(APP, USER).send().unwrap();
        let [request, next] = &server.take()[..] else { panic!("two requests") };
        for (name, value) in expected {
            assert_eq!(request.header(name).unwrap_or_default(), *value, "{name}: {}", request.head);
        }
        assert!(next.header("Authorization").is_some_and(|value| value != "Bearer other"), "{}", next.head);
        assert!(next.header("X-A").is_none_or(|value| value == "again"), "{}", next.head);
    }
}

fn version() -> &'static str {
    let version = include_str!("../Cargo.toml").lines().find_map(|line| line.strip_prefix("version = "));
    version.expect("a version").trim_matches('"')
}

#[test]
fn a_body_has_a_type_and_a_length() {
    let server = Server::responding(r#"{"messages":[]}"#);
    server.client().post_message(APP, CONVERSATION, &message()).send().unwrap();
    let request = server.request();
    let target = format!("/v2/apps/{APP}/conversations/{CONVERSATION}/messages");
    assert_eq!((request.method(), request.target()), ("POST", target.as_str()));
    assert_eq!(request.header("host"), Some(server.url().trim_start_matches("http://")));
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("content-length"), Some(request.body.len().to_string().as_str()));
    assert_eq!(request.header("transfer-encoding"), None);
    let body = serde_json::json!({"author": {"type": "business"}, "content": {"type": "text", "text": "Hi"}});
    assert_eq!(request.json(), body);
    // Without a body, a POST has a length, too.
    server.take();
    server.client().request(Method::POST, "/v2/x").send().unwrap();
    let request = server.request();
    assert_eq!((request.header("content-length"), request.body.len()), (Some("0"), 0), "{}", request.head);
}

#[test]
fn the_error_mentions_missing_credentials() {
    let server = Server::always(refusal(401, "unauthorized", "no"));
    let client = ApiClient::builder().base_url(server.url()).no_proxy().build().unwrap();
    client.get_user(APP, USER).send().fails(api_error(401).message("doesn't have credentials"));
    assert_eq!(server.request().header("authorization"), None);
}

// Queries.

#[test]
fn additional_query_parameters_are_encoded_and_may_repeat() {
    let server = found();
    let call = server.client().get_user(APP, USER).brand_id("9477");
    call.query("a b", "c&d=e+f").query("n", "1").query("n", "2").send().unwrap();
    let request = server.request();
    let target = request.target().split_once('?').unwrap().1;
    assert_eq!(target, "brandId=9477&a%20b=c%26d%3De%2Bf&n=1&n=2");
}

// Responses.

#[test]
fn send_full_returns_status_headers_and_text() {
    let body = "{\"user\": {\"id\":\"1\",\"unheardOf\":1.50}}\n";
    let headers = [("Content-Type", "application/json"), ("X-Request-Id", "r1"), ("X-Many", "1"), ("X-Many", "2")];
    let server = Server::always(response(201, &headers, body));
    let response = server.client().get_user(APP, USER).send_full().unwrap();
    assert_eq!(response.status, 201);
    assert_eq!(response.headers["x-request-id"], "r1");
    assert_eq!(response.headers.get_all("x-many").iter().count(), 2);
    assert_eq!(response.body.user.id, "1");
    assert_eq!(response.raw, body.as_bytes());
}

#[test]
fn chunked_responses_are_reassembled() {
    let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"user\":{\r\n9;x=y\r\n\"id\":\"1\"}\r\n1\r\n}\r\n0\r\n\r\n";
    let server = Server::always(chunked.to_vec());
    let client = server.client();
    for _ in 0..3 {
        assert_eq!(client.get_user(APP, USER).send().unwrap().user.id, "1");
    }
    assert_eq!(server.connections(), 1);
}

#[test]
fn a_response_may_end_with_the_connection() {
    let response = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{FOUND}").into_bytes();
    let server = Server::script(vec![vec![Step::Respond(response)]]);
    assert_eq!(server.client().get_user(APP, USER).send().unwrap().user.id, "1");
}

#[test]
fn interim_responses_are_skipped() {
    let response = [b"HTTP/1.1 100 Continue\r\n\r\n".to_vec(), json(201, r#"{"messages":[]}"#)].concat();
    let server = Server::always(response);
    server.client().post_message(APP, CONVERSATION, &message()).send().unwrap();
}

#[cfg(feature = "gzip")]
#[test]
fn compressed_responses_are_decoded() {
    use crate::support::gzip::gzip;

    let server = Server::always(gzip(200, FOUND));
    let client = server.client();
    let found = client.get_user(APP, USER).send_full().unwrap();
    assert_eq!(String::from_utf8(found.raw).unwrap(), FOUND);
    client.get_user(APP, USER).send().unwrap();
    assert_eq!((server.requests().len(), server.connections()), (2, 1));
    let server = Server::always(gzip(404, r#"{"errors":[{"code":"gone"}]}"#));
    server.client().get_user(APP, USER).send().fails(api_error(404).code("gone"));
}

#[test]
fn the_default_limit_of_responses_is_16_mb() {
    let body = format!(r#"{{"user":{{"id":"1","unheardOf":"{}"}}}}"#, "x".repeat(15 << 20));
    assert_eq!(Server::responding(body).client().get_user(APP, USER).send().unwrap().user.id, "1");
    let server = Server::script(vec![vec![Step::Respond(json(200, vec![b' '; 17 << 20]))]]);
    server.client().get_user(APP, USER).send().fails(kind(ErrorKind::TooLarge).retryable(false).message("exceeds"));
}

// Redirects.

#[test]
fn no_call_follows_a_redirect() {
    for status in [301, 302, 303, 307, 308] {
        let other = found();
        let elsewhere = format!("{}/stolen", other.url());
        for (to, shown) in [(elsewhere.as_str(), "redirect to http://127.0.0.1 not"), ("/elsewhere", "redirect not")] {
            let server = Server::always(response(status, &[("Location", to)], "moved"));
            for error in errors(&server.client()) {
                api_error(status).message(shown).check(&error);
            }
            let requests = server.requests();
            assert_eq!(requests.len(), 6);
            assert!(requests.iter().all(|request| request.path() != "/elsewhere"));
        }
        assert_eq!((other.connections(), other.requests().len()), (0, 0), "{status} was followed");
    }
}

// Untyped calls.

#[derive(Deserialize, Debug, PartialEq)]
struct Poll {
    id: String,
    votes: u32,
}

#[test]
fn any_request_can_be_made() {
    let server = Server::always(json(201, r#"{"id":"p1","votes":3}"#));
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
    let methods: Vec<&str> = requests.iter().map(Request::method).collect();
    assert_eq!(methods, ["POST", "GET", "PUT", "DELETE"]);
    assert_eq!(requests[2].text(), "[1,2]");
    assert!(requests.iter().all(|request| request.header("authorization").is_some()));
}

#[test]
fn paths_to_other_hosts_are_rejected() {
    let server = Server::always(json(200, "{}"));
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
        api.request(Method::GET, path).send().fails(invalid("path"));
    }
    assert_eq!(server.connections(), 0);
    for path in ["/", "/v2/...", "/v2/a.b", "/v2/%2F"] {
        api.request(Method::GET, path).send().unwrap();
    }
}

#[test]
fn a_custom_type_of_another_shape_names_the_field() {
    let server = Server::responding(r#"{"id":"p1","votes":"three"}"#);
    let result = server.client().request(Method::GET, "/v2/polls/1").send_as::<Poll>();
    let error = result.fails(undecodable().field("votes"));
    assert_eq!(error.path(), Some("/v2/polls/1"));
}

#[test]
fn the_path_of_the_base_url_is_kept() {
    let server = found();
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
        let server = Server::always(response(302, &[("Location", to)], body));
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
    let server = Server::always(refusal(400, "bad_request", "no such client"));
    server.client().authorize("client", "code").send().fails(api_error(400));
    server.client().authorize("", "code").send().fails(invalid("client_id"));
}

// One client for many threads.

#[test]
fn calls_and_clones_share_a_connection() {
    let server = Server::handle(|request| match request.method() {
        "POST" => json(201, r#"{"messages":[]}"#),
        "DELETE" => refusal(404, "not_found", "Resource not found"),
        _ => json(200, FOUND),
    });
    let client = server.client();
    for _ in 0..3 {
        client.clone().get_user(APP, USER).send().unwrap();
        client.post_message(APP, CONVERSATION, &message()).send().unwrap();
        // Also calls with their own options, and those that fail.
        client.delete_user(APP, USER).timeout(Duration::from_secs(9)).header("X-A", "b").send().fails(api_error(404));
    }
    drop(client.clone());
    client.get_user(APP, USER).send().unwrap();
    assert_eq!((server.requests().len(), server.connections()), (10, 1));
}

#[test]
fn a_call_can_move_to_another_thread() {
    let server = found();
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
    let other = Server::always(json(200, FOUND));
    let to = format!("{}/x", other.url());
    let server = Server::handle(move |request| match request.path().rsplit('/').next() {
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
    let client = ApiClient::builder()
        .base_url(server.url())
        .credentials(Credentials::basic(KEY_ID, KEY_SECRET))
        .agent(agent)
        .timeout(Duration::from_secs(20))
        .build()
        .unwrap();
    for _ in 0..3 {
        client.get_user(APP, "here").send().unwrap();
    }
    client.get_user(APP, "moved").send().fails(api_error(302));
    client.get_user(APP, "gone").send().fails(api_error(404).code("not_found"));
    assert_eq!(other.connections(), 0);
    assert_eq!(server.connections(), 1);
    assert!(server.requests()[0].header("user-agent").unwrap().contains("sunshine-conversations-rust"));
}

#[test]
fn a_timeout_of_an_agent_is_a_timeout() {
    let server = Server::script(vec![vec![Step::Silence]]);
    let agent: Agent =
        Agent::config_builder().timeout_recv_response(Some(Duration::from_millis(100))).proxy(None).build().into();
    let api = ApiClient::builder().base_url(server.url()).agent(agent).retry(RetryPolicy::none()).build().unwrap();
    let call = api.get_user(APP, USER).timeout(Duration::from_secs(20));
    call.send().fails(kind(ErrorKind::Timeout).message("timed out"));
}

#[test]
fn an_empty_filter_is_rejected() {
    let server = found();
    let call = server.client().list_apps().filter(&AppListFilter::new());
    call.send().fails(kind(ErrorKind::InvalidInput).message("filter").message("set at least one field"));
    assert_eq!(server.connections(), 0);
}

#[test]
fn an_agent_and_a_proxy_exclude_each_other() {
    let agent: Agent = Agent::config_builder().build().into();
    ApiClient::builder().subdomain("acme").agent(agent).no_proxy().build().fails(kind(ErrorKind::Configuration));
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
        let proxy = Server::script(vec![vec![Step::Respond(response(status, &[], ""))]]);
        let result = through_proxy(&format!("http://{user}127.0.0.1:{}", proxy.port())).get_user(APP, USER).send();
        let error = result.fails(lost().retryable(is_retryable));
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
    let result = through_proxy(&format!("http://user:hush-hush@{address}")).get_user(APP, USER).send();
    result.fails(lost().message(format!("could not reach the proxy {address}: ")));
    let error =
        through_proxy("http://user:hush-hush@missing.sunco.invalid:3128").get_user(APP, USER).send().unwrap_err();
    let expected = "could not resolve the proxy missing.sunco.invalid:3128; check the proxy's URL, and your network";
    assert!(error.to_string().ends_with(expected), "{error}");
    for steps in [vec![Step::Close], vec![Step::Reset], vec![Step::Silence]] {
        let silent = matches!(steps[..], [Step::Silence]);
        let proxy = Server::script(vec![steps]);
        let url = format!("http://user:hush-hush@127.0.0.1:{}", proxy.port());
        let timeout = Duration::from_millis(if silent { 300 } else { 20_000 });
        let expected = if silent { kind(ErrorKind::Timeout).no_status() } else { lost() };
        let expected = expected.message(format!("the proxy 127.0.0.1:{}", proxy.port()));
        let error = through_proxy(&url).get_user(APP, USER).timeout(timeout).send().fails(expected);
        assert!(!format!("{error:?}").contains("hush"), "{error:?}");
    }
}

#[cfg(feature = "socks-proxy")]
#[test]
fn a_socks_proxy_that_fails_is_named() {
    let unused = UnusedPort::new();
    let result = through_proxy(&format!("socks5h://{}", unused.address())).get_user(APP, USER).send();
    result.fails(lost().message(format!("could not reach the proxy {}: ", unused.address())));
    let proxy = Server::always(response(400, &[], ""));
    let call = through_proxy(&format!("socks5h://127.0.0.1:{}", proxy.port())).get_user(APP, USER);
    let error = call.timeout(Duration::from_secs(1)).send().unwrap_err();
    assert!(error.to_string().contains(&format!("the proxy 127.0.0.1:{}", proxy.port())), "{error}");
}

#[test]
fn a_call_goes_through_a_proxy_tunnel() {
    let proxy = Server::handle(|request| match request.method() {
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

#[test]
fn an_unreachable_host_is_named() {
    let unreachable = UnusedPort::new();
    let url = unreachable.url();
    let client = ApiClient::builder().base_url(&url).no_proxy().build().unwrap();
    let error = client.get_user(APP, USER).send().fails(lost().message(&url));
    assert_eq!(error.operation(), Some("GetUser"));
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn an_unresolvable_host_is_named() {
    let builder = ApiClient::builder().base_url("https://missing.sunco.invalid/sc").no_proxy();
    let policy = RetryPolicy::new().base_delay(Duration::from_millis(2));
    let client = builder.timeout(Duration::from_secs(30)).retry(policy).build().unwrap();
    let expected = || lost().attempts(3).safe(true).message("could not resolve https://missing.sunco.invalid/sc");
    client.get_user(APP, USER).send().fails(expected());
    // Nothing can have been posted.
    client.post_message(APP, CONVERSATION, &message()).send().fails(expected());
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[test]
fn a_server_without_tls_is_a_lost_connection() {
    let server = Server::script(Vec::new());
    let url = format!("https://127.0.0.1:{}", server.port());
    let api = ApiClient::builder().base_url(url).no_proxy().timeout(Duration::from_secs(20)).build().unwrap();
    api.get_user(APP, USER).send().fails(lost());
}
