//! Behavior that all operations share: credentials, routes, bodies and shutdown.

use crate::common;
use crate::common::{Api, Operation, header, operations};
use serde_json::json;
use sunshine_conversations_sandbox::Sandbox;
use ureq::http::Request;

fn post_user(api: &Api, content_type: Option<&str>, body: impl Into<Vec<u8>>) -> common::Response {
    let request = Request::post(api.url("/users")).header("authorization", api.bearer());
    let request = match content_type {
        Some(content_type) => request.header("content-type", content_type),
        None => request,
    };
    api.send(request, body.into())
}

#[test]
fn every_operation_of_the_document_has_a_route() {
    let api = Api::start();
    let operations = operations();
    assert_eq!(operations.len(), 68);
    for Operation { id, method, path, .. } in operations {
        let path = path.replace("{appId}", api.sandbox.app_id()).replace(['{', '}'], "");
        let response = api.call(&method, &api.at(&path), None);
        // The credentials are an app's, and not every operation is for them.
        assert!(matches!(response.status, 200 | 201 | 400 | 403 | 404), "{id}: {}", response.status);
        let title = response.body["errors"][0]["title"].as_str().unwrap_or_default();
        assert!(!title.starts_with("unknown operation"), "{id}: {title}");
    }
}

#[test]
fn basic_and_bearer_open_and_nothing_else_does() {
    let api = Api::start();
    api.user("steve");
    let get = |authorization: Option<&str>| api.call_as(authorization, "GET", &api.url("/users/steve"), None);
    let basic = |secret: &str| Api::basic(api.sandbox.key_id(), secret);
    get(Some(&basic(api.sandbox.key_secret()))).ok(200);
    get(Some(&basic(api.sandbox.key_secret()).replace("Basic", "basic"))).ok(200);
    get(Some(&api.bearer())).ok(200);
    let wrong = basic("wrong");
    for authorization in [None, Some(wrong.as_str()), Some("Bearer wrong"), Some("Basic"), Some("Digest x")] {
        get(authorization).fails(401, "unauthorized", "credentials");
    }
}

#[test]
fn unknown_routes_and_apps() {
    let api = Api::start();
    api.call("GET", &api.at("/v3/apps"), None).fails(404, "not_found", "unknown operation");
    api.call("GET", &api.at("/v2/apps/other/users/x"), None).fails(404, "not_found", "app");
    api.get("/nothing").fails(404, "not_found", "unknown operation");
    api.get("/users//clients").fails(404, "not_found", "unknown operation");
    api.get("/users/x/").fails(404, "not_found", "unknown operation");
    api.get("/users/%FF").fails(404, "not_found", "unknown operation");
}

#[test]
fn unsupported_methods_list_the_allowed_ones() {
    let api = Api::start();
    for (path, methods) in [("/users", "GET, HEAD, POST"), ("/users/x", "DELETE, GET, HEAD, PATCH")] {
        for method in ["PUT", "OPTIONS", "TRACE", "BREW"] {
            let request = Request::builder().method(method).uri(api.url(path));
            let response = api.try_raw(request, "").expect("a response");
            assert_eq!((response.status().as_u16(), header(&response, "allow")), (405, methods), "{method} {path}");
            assert!(response.body().contains("\"method_not_allowed\""), "{}", response.body());
        }
    }
    api.call("PUT", &api.url("/conversations/x/join"), None).fails(405, "method_not_allowed", "PUT isn't allowed for");
}

#[test]
fn head_is_get_without_a_body() {
    let api = Api::start();
    api.user("steve");
    let ask = |method: &str, user: &str| {
        let request = Request::builder().method(method).uri(api.url(&format!("/users/{user}")));
        api.try_raw(request.header("authorization", api.bearer()), "").expect("a response")
    };
    let (head, get) = (ask("HEAD", "steve"), ask("GET", "steve"));
    assert_eq!((head.status().as_u16(), head.body().as_str()), (200, ""));
    assert_eq!(header(&head, "content-length"), header(&get, "content-length"));
    assert_eq!(ask("HEAD", "unknown").status().as_u16(), 404);
}

#[test]
fn bodies_other_than_json_are_rejected() {
    let api = Api::start();
    let json = Some("application/json");
    post_user(&api, json, "{\"externalId\": ").fails(400, "bad_request", "body: not valid JSON");
    post_user(&api, json, b"\xff".to_vec()).fails(400, "bad_request", "body: not valid JSON");
    post_user(&api, json, "").fails(400, "bad_request", "body: is required");
    post_user(&api, Some("text/plain"), "{}").fails(415, "unsupported_media_type", "application/json");
    post_user(&api, None, "{}").fails(415, "unsupported_media_type", "application/json");
    post_user(&api, Some("Application/JSON; charset=utf-8"), "{}").ok(201);
}

#[test]
fn bodies_that_are_too_large() {
    let api = Api::start();
    let body = |size: usize| format!("{{\"x\": \"{}\"}}", "y".repeat(size - 9));
    post_user(&api, Some("application/json"), body(102_400)).ok(201);
    for size in [102_401, 5_000_000] {
        post_user(&api, Some("application/json"), body(size)).fails(413, "payload_too_large", "100 kB");
    }
}

#[test]
fn responses_that_violate_the_document_are_not_sent() {
    let api = Api::start();
    api.user("steve");
    let hook = json!({"target": "http://127.0.0.1:1/", "triggers": ["user:merge", "user:update"]});
    api.integration(json!({"type": "custom", "displayName": "Bot", "webhooks": [hook]}));
    api.sandbox.add_email_identity("steve", "steve@example.org").expect("done");
    // No request or event results in such a user.
    let snapshot = serde_json::to_string(&api.sandbox.snapshot()).expect("JSON").replace("steve@example.org", "");
    api.sandbox.restore(&serde_json::from_str(&snapshot).expect("a snapshot")).expect("restored");
    api.get("/users/steve").fails(500, "internal_error", "/user/identities/0/value: ");
    // Nothing is changed, and no webhook is called.
    let state = || serde_json::to_value(api.sandbox.snapshot()).expect("JSON")["state"].clone();
    let before = state();
    let update = json!({"profile": {"givenName": "Steve"}});
    api.patch("/users/steve", update).fails(500, "internal_error", "/user/identities/0/value: ");
    let zendesk_user = serde_json::from_value(json!({"givenName": "Steve"})).expect("a user");
    api.sandbox.set_zendesk_user("7", zendesk_user).expect("done");
    api.sandbox.link_zendesk_user("steve", "7").expect_err("an invalid user");
    assert_eq!(state()["apps"][0]["users"], before["apps"][0]["users"]);
    assert!(api.sandbox.wait_for_deliveries(std::time::Duration::from_secs(60)));
    assert_eq!(api.sandbox.deliveries().len(), 0);
}

#[test]
fn sandboxes_know_nothing_of_each_other() {
    let (one, other) = (Api::start(), Api::start());
    assert_ne!(one.sandbox.base_url(), other.sandbox.base_url());
    let user = one.user("steve");
    other.get(&format!("/users/{user}")).fails(404, "not_found", "user");
}

#[test]
fn drop_stops_it_with_connections_open() {
    let api = Api::start();
    api.user("steve");
    let half_sent = std::net::TcpStream::connect(api.sandbox.base_url().trim_start_matches("http://"));
    let mut half_sent = half_sent.expect("a connection");
    std::io::Write::write_all(&mut half_sent, b"POST /v2/").expect("sent");
    let url = api.url("/users/steve");
    drop(api);
    assert!(ureq::get(&url).call().is_err_and(|error| !matches!(error, ureq::Error::StatusCode(_))));
}

#[test]
fn debug_shows_no_secret() {
    let sandbox = Sandbox::start().expect("a free port");
    let text = format!("{sandbox:?}");
    assert!(text.contains(sandbox.base_url()));
    assert!(!text.contains(sandbox.key_secret()) && !text.contains(sandbox.token()));
}

#[test]
fn threads_share_one() {
    let api = Api::start();
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..25).for_each(|n| drop(api.message(&conversation, &n.to_string()))));
        }
    });
    let page = api.get(&format!("/conversations/{conversation}/messages")).ok(200);
    assert_eq!((page["messages"].as_array().map(Vec::len), &page["meta"]["hasMore"]), (Some(100), &json!(false)));
}
