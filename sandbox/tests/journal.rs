//! The journal.

mod common;

use common::{Api, message, peak_memory};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::{Fault, Sandbox};
use ureq::http::Request;

#[test]
fn entries_are_complete() {
    let api = Api::of(Sandbox::builder().deterministic().start().expect("a sandbox"));
    let conversation = api.group();
    let url = api.url(&format!("/conversations/{conversation}/messages?x=1&y=%20"));
    let request = Request::post(&url).header("authorization", api.bearer()).header("x-zendesk-marketplace-name", "Bot");
    let sent = message("Hello");
    let response = api.send(request.header("content-type", "application/json"), sent.to_string().into()).ok(201);

    let entries = api.sandbox.requests_to("PostMessage").expect("a known operation");
    assert_eq!(entries.len(), 1);
    let entry = &entries[0];
    assert_eq!((entry.number, entry.time.as_str(), entry.method.as_str()), (2, "2026-01-01T00:00:00.002Z", "POST"));
    let path = format!("/v2/apps/{}/conversations/{conversation}/messages", api.sandbox.app_id());
    assert_eq!((&entry.path, entry.query.as_deref()), (&path, Some("x=1&y=%20")));
    assert_eq!(entry.operation.as_deref(), Some("PostMessage"));
    assert_eq!((entry.scope.as_deref(), entry.key_id.as_deref()), (Some("app"), Some("app_sandbox")));
    assert_eq!(entry.header("X-Zendesk-Marketplace-Name"), Some("Bot"));
    assert_eq!(entry.header("Authorization"), Some("Bearer ***"));
    assert_eq!((&*entry.body, entry.body_length), (&sent, sent.to_string().len()));
    assert_eq!((entry.status, &*entry.response, entry.fault), (Some(201), &response, false));
    let text = format!("{entry:?}{entry}{}", json!(entry));
    assert!(!text.contains(api.sandbox.token()) && !text.contains(api.sandbox.key_secret()), "{text}");
    assert_eq!(
        entry.to_string(),
        format!("2026-01-01T00:00:00.002Z POST {path}?x=1&y=%20 201 PostMessage app_sandbox")
    );
}

#[test]
fn failed_requests_are_listed() {
    let api = Api::start();
    let base = api.sandbox.base_url();
    api.send(Request::get(format!("{base}/v2/apps/x/users/y")), Vec::new()).fails(401, "unauthorized", "");
    api.call("GET", &format!("{base}/nowhere"), None).fails(404, "not_found", "");
    api.post("/users", json!({"externalId": 5})).fails(400, "bad_request", "externalId");
    api.send(
        Request::post(api.url("/attachments")).header("content-type", "application/octet-stream"),
        b"\xff\x00\xfe".to_vec(),
    );
    api.sandbox.fault(Fault::status(503)).expect("a fault");
    api.get("/users/x").fails(503, "service_unavailable", "");

    let journal = api.sandbox.journal();
    let seen: Vec<_> =
        journal.iter().map(|e| (e.operation.as_deref(), e.status, e.key_id.is_some(), e.fault)).collect();
    assert_eq!(seen[0], (Some("GetUser"), Some(401), false, false));
    assert_eq!(seen[1], (None, Some(404), true, false));
    assert_eq!(seen[2], (Some("CreateUser"), Some(400), true, false));
    assert_eq!((journal[3].operation.as_deref(), &*journal[3].body), (Some("UploadAttachment"), &Value::Null));
    assert_eq!(journal[3].body_length, 3);
    assert_eq!(seen[4], (Some("GetUser"), Some(503), true, true));
    assert_eq!(journal[2].body, json!({"externalId": 5}));
    assert_eq!(journal[4].response["errors"][0]["code"], "service_unavailable");
}

#[test]
fn cleared_it_begins_anew() {
    let api = Api::start();
    api.user("steve");
    api.get("/users/steve").ok(200);
    assert_eq!(api.sandbox.journal().iter().map(|entry| entry.number).collect::<Vec<_>>(), [1, 2]);
    api.sandbox.clear_journal();
    assert_eq!(api.sandbox.journal().len(), 0);
    api.get("/users/steve").ok(200);
    assert_eq!(api.sandbox.journal()[0].number, 1);
}

#[test]
fn the_sandbox_s_own_pages_are_not_in_it() {
    let api = Api::start();
    api.control("GET", "state", Value::Null).ok(200);
    assert_eq!(api.sandbox.journal().len(), 0);
}

#[test]
fn unknown_operations_and_parameters_are_rejected() {
    let api = Api::start();
    api.user("steve");
    for typo in ["CreateUsr", "createUser", "", "POST /v2/apps/{appId}/users"] {
        let error = api.sandbox.requests_to(typo).expect_err("an error");
        assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
        assert!(error.to_string().contains("unknown operation"), "{error}");
    }
    let error = api.sandbox.requests_to("CreateUsr").expect_err("an error").to_string();
    assert!(error.contains("did you mean \"CreateUser\"?"), "{error}");
    let get = |query: &str| api.control("GET", &format!("journal{query}"), Value::Null);
    get("?operation=CreateUsr").fails(400, "bad_request", "did you mean \"CreateUser\"?");
    get("?operations=CreateUser").fails(400, "bad_request", "unknown query parameter \"operations\"; use operation");
    get("?operation=CreateUser&operation=GetUser").fails(400, "bad_request", "repeated");
    assert_eq!(get("?operation=CreateUser").ok(200)["requests"].as_array().map(Vec::len), Some(1));
    assert_eq!(get("?operation=GetUser").ok(200)["requests"], json!([]));
    for route in ["state", "faults", "snapshot", "clock", "deliveries"] {
        let response = api.control("GET", &format!("{route}?operation=CreateUser"), Value::Null);
        response.fails(400, "bad_request", "unknown query parameter");
    }
}

/// Parsed bodies would take many times the memory of their text.
#[test]
fn reading_the_journal_does_not_multiply_its_size() {
    let api = Api::start();
    // 12 MB of bodies.
    let body = format!("[{}[]]", "[],".repeat(33_000));
    for _ in 0..120 {
        let request = Request::post(api.url("/users")).header("content-type", "application/json");
        api.raw(request, body.clone().into_bytes());
    }
    let before = peak_memory();
    let text = api.raw(Request::get(api.at("/sandbox/journal")), Vec::new()).into_body();
    assert!(text.len() > 11_000_000, "{}", text.len());
    assert_eq!(api.sandbox.journal().len(), 120);
    // In kB: the text of the server and that of the client, which grow by doubling. Parsed bodies took 2.1 GB.
    assert!(peak_memory() - before < 120_000, "{before} to {}", peak_memory());
}
