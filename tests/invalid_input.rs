//! Settings and arguments with which a request can't be sent, and the largest ones with which it can.

use std::time::Duration;

use crate::support::expect::{Fails, invalid, kind};
use crate::support::message;
use crate::support::server::{APP, Server, USER};
use sunshine_conversations::http::Method;
use sunshine_conversations::models::UserListFilter;
use sunshine_conversations::{ApiClient, Call, ErrorKind, Operation, RetryPolicy, Upload};

const FRAMING: [&str; 10] = [
    "Connection",
    "Content-Length",
    "Expect",
    "Host",
    "Keep-Alive",
    "Proxy-Connection",
    "TE",
    "Trailer",
    "Transfer-Encoding",
    "Upgrade",
];

fn server() -> Server {
    Server::responding(r#"{"user":{"id":"u"},"users":[],"apps":[]}"#)
}

/// The message of a call that is rejected, because of this parameter, before it is sent.
#[track_caller]
fn rejected<O: Operation>(call: Call<O>, parameter: &str) -> String {
    call.send().fails(invalid(parameter)).to_string()
}

fn unbuilt(builder: sunshine_conversations::ApiClientBuilder) -> String {
    builder.build().fails(kind(ErrorKind::Configuration)).to_string()
}

#[test]
fn ids_that_lead_to_another_route_are_rejected() {
    let server = server();
    let client = server.client();
    for id in ["..", ".", ""] {
        rejected(client.get_user(id, USER), "appId");
        rejected(client.get_user(APP, id), "userIdOrExternalId");
        rejected(client.delete_user(APP, id), "userIdOrExternalId");
        rejected(client.delete_app(id), "appId");
        rejected(client.remove_client(APP, USER, id), "clientId");
        rejected(client.post_message(APP, id, &message()), "conversationId");
        rejected(client.upload_attachment(id, Upload::bytes("a.txt", "a")), "appId");
        client.list_clients(APP, id).iter().next().unwrap().fails(invalid("userIdOrExternalId"));
        client.list_clients(APP, id).send_full().fails(invalid("userIdOrExternalId").message("userIdOrExternalId"));
    }
    rejected(client.get_user(APP, USER).brand_id(""), "brandId");
    assert_eq!(server.connections(), 0);
}

#[test]
fn headers_of_the_connection_are_rejected() {
    let server = server();
    for name in FRAMING {
        for name in [name.to_owned(), name.to_lowercase()] {
            let message = rejected(server.client().get_user(APP, USER).header(&name, "7"), &name);
            assert!(message.ends_with(&format!("{name}: the client sets this header; remove it")), "{message}");
            let message = unbuilt(ApiClient::builder().subdomain("acme").header(&name, "7"));
            assert_eq!(message, format!("header `{name}`: the client sets this header; remove it"));
        }
    }
    assert!(server.requests().is_empty());
}

#[test]
fn methods_that_cannot_be_sent_are_rejected() {
    let server = server();
    for method in ["CONNECT", "LOCK", "get", "PURGE", "X"] {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let message = rejected(server.client().request(method, "/v2/x"), "method");
        assert!(message.contains("must be one of GET, HEAD"), "{message}");
    }
    assert!(server.requests().is_empty());
    let body = serde_json::json!({"reason": "spam"});
    for method in
        [Method::GET, Method::OPTIONS, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::TRACE]
    {
        let call = server.client().request(method.clone(), "/v2/x");
        call.send().unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(server.requests().pop().unwrap().method(), method.as_str());
        let call = server.client().request(method.clone(), "/v2/x").json(&body);
        match call.send() {
            Ok(_) => assert_eq!(server.requests().pop().unwrap().json(), body, "{method}"),
            Err(error) => kind(ErrorKind::InvalidInput).attempts(0).check(&error),
        }
    }
}

#[test]
fn paths_that_are_not_encoded_are_rejected() {
    let server = server();
    for path in ["/v2/é", "/v2/😀", "/v2/a b", "/v2/\u{7f}", "/v2/a\n", "/v2/a\\b", "/v2/<a>", "/v2/\"a\"", "/v2/{a}|"]
    {
        server.client().request(Method::GET, path).send().fails(invalid("path").message("percent-encode").of(path));
    }
    assert!(server.requests().is_empty());
}

#[test]
fn a_url_that_is_too_long_names_its_parameter() {
    let server = server();
    let api = server.client();
    for length in [66_000, 1_000_000] {
        let text = "x".repeat(length);
        let message = rejected(api.get_user(APP, &*text), "userIdOrExternalId");
        assert!(message.contains("is too long for a URL") && message.len() < 100_000, "{message}");
        rejected(api.get_user(&*text, USER), "appId");
        rejected(api.list_clients(APP, USER).after(&*text), "page[after]");
        rejected(api.list_users(APP, &UserListFilter::new(&*text)), "filter[identities.email]");
        rejected(api.list_apps().query("a", "b").query("long", &*text), "long");
        rejected(api.request(Method::GET, &format!("/{text}")), "path");
    }
    // Percent-encoding makes the text three times as long.
    rejected(api.get_user(APP, "é".repeat(12_000)), "userIdOrExternalId");
    assert!(server.requests().is_empty());
    assert!(api.get_user(APP, "x".repeat(50_000)).send().is_ok());
}

#[test]
fn timeouts_of_zero_are_rejected() {
    let builder = || ApiClient::builder().subdomain("acme");
    let zero = "must be greater than zero; use `None` to disable the timeout";
    assert_eq!(unbuilt(builder().timeout(Duration::ZERO)), format!("`timeout`: {zero}"));
    assert_eq!(unbuilt(builder().connect_timeout(Duration::ZERO)), format!("`connect_timeout`: {zero}"));
    let policy = RetryPolicy::new().attempt_timeout(Duration::ZERO);
    assert_eq!(unbuilt(builder().retry(policy.clone())), format!("`attempt_timeout`: {zero}"));
    let server = server();
    let call = || server.client().get_user(APP, USER);
    rejected(call().timeout(Duration::ZERO), "timeout");
    rejected(call().retry(policy), "attempt_timeout");
    assert!(server.requests().is_empty());
}

#[test]
fn durations_that_cannot_be_added_disable_the_limit() {
    let server = server();
    for longest in [Duration::MAX, Duration::from_secs(u64::MAX / 2), Duration::from_secs(u64::from(u32::MAX) * 1000)] {
        let policy = RetryPolicy::new()
            .attempt_timeout(longest)
            .base_delay(longest)
            .max_delay(longest)
            .max_retry_after(longest)
            .max_retries(u32::MAX);
        let builder = server.builder().timeout(longest).connect_timeout(longest).retry(policy.clone());
        let api = builder.build().unwrap();
        assert!(api.get_user(APP, USER).send().is_ok());
        assert!(api.get_user(APP, USER).timeout(longest).retry(policy).send().is_ok());
        let filter = UserListFilter::new("a@example.com");
        assert_eq!(api.list_users(APP, &filter).timeout(longest).iter().count(), 0);
    }
}

#[test]
fn lengths_that_cannot_be_added_are_rejected_or_unknown() {
    let server = server();
    for length in [u64::MAX, u64::MAX - 100, u64::MAX / 2] {
        let upload = || Upload::reader("a.txt", &b"text"[..]).length(length);
        let too_large = kind(ErrorKind::TooLarge).attempts(0).parameter("source");
        server.client().upload_attachment(APP, upload()).send().fails(too_large);
        let unlimited = server.builder().max_upload_size(None).build().unwrap();
        unlimited.upload_attachment(APP, upload()).send().fails(kind(ErrorKind::Upload).message("it ends after 4 of"));
    }
}
