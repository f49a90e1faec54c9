//! Settings of a sandbox.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use crate::common::{Api, header, message};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::{Sandbox, SandboxBuilder};
use ureq::http::Request;

fn start(builder: SandboxBuilder) -> Api {
    Api::of(builder.start().expect("a sandbox"))
}

/// Status codes and bodies of a scenario, as text. Only the port may differ.
fn scenario() -> Vec<String> {
    let api = start(Sandbox::builder().deterministic());
    let mut responses = vec![api.sandbox.token().to_owned(), api.sandbox.app_id().to_owned()];
    let mut ask = |method: &str, path: &str, body: Value| -> Value {
        let request = Request::builder().method(method).uri(api.url(path)).header("authorization", api.bearer());
        let request = request.header("content-type", "application/json");
        let response = api.try_raw(request, &body.to_string()).expect("a response");
        let text = response.body().replace(api.sandbox.base_url(), "");
        responses.push(format!("{} {text}", response.status()));
        serde_json::from_str(&text).expect("JSON")
    };
    ask("POST", "/users", json!({"externalId": "steve", "metadata": {"b": 1, "a": 2}}));
    let group = json!({"type": "sdkGroup", "participants": [{"userExternalId": "steve", "subscribeSDKClient": true}]});
    let conversation = ask("POST", "/conversations", group)["conversation"]["id"].as_str().expect("an id").to_owned();
    let messages = format!("/conversations/{conversation}/messages");
    ask("POST", &messages, message("Hello"));
    api.sandbox.advance(Duration::from_secs(90));
    ask("POST", &messages, message("Are you there?"));
    ask("GET", &messages, Value::Null);
    ask("GET", "/users/steve/clients?page[size]=1", Value::Null);
    ask("GET", "/users/unknown", Value::Null);
    responses
}

#[test]
fn a_deterministic_run_is_the_same_every_time() {
    let first = scenario();
    assert_eq!(first, scenario());
    assert!(first.iter().any(|response| response.contains("2026-01-01T00:01:30.004Z")), "{first:#?}");
}

#[test]
fn ids_and_clock_are_fixed_each_alone() {
    let ids = start(Sandbox::builder().fixed_ids());
    assert_eq!(ids.sandbox.app_id(), start(Sandbox::builder().fixed_ids()).sandbox.app_id());
    assert!(ids.get("/users/none").status == 404);
    let created = |api: &Api| {
        let user = api.post("/users", json!({})).ok(201);
        user["user"]["signedUpAt"].as_str().expect("a time").to_owned()
    };
    assert_ne!(created(&ids), "2020-02-29T12:00:00.000Z");
    let clock = start(Sandbox::builder().fixed_clock("2020-02-29T12:00:00Z"));
    assert_ne!(clock.sandbox.app_id(), start(Sandbox::builder()).sandbox.app_id());
    assert_eq!(created(&clock), "2020-02-29T12:00:00.000Z");
    clock.sandbox.advance(Duration::from_millis(86_400_250));
    assert_eq!(created(&clock), "2020-03-01T12:00:00.250Z");
}

#[test]
fn the_machine_s_clock_moves_ahead_too() {
    let api = Api::start();
    let time = |api: &Api| -> String {
        api.post("/users", json!({})).ok(201)["user"]["signedUpAt"].as_str().expect("a time").to_owned()
    };
    let before = time(&api);
    api.sandbox.advance(Duration::from_secs(400 * 86_400));
    let (before, after): (i32, i32) = (before[..4].parse().expect("a year"), time(&api)[..4].parse().expect("a year"));
    assert!(after > before, "{before} {after}");
}

#[test]
fn a_port_of_one_s_own_and_one_that_is_taken() {
    let first = Sandbox::start().expect("a sandbox");
    let port = first.base_url().rsplit(':').next().expect("a port").parse().expect("a number");
    let error = Sandbox::builder().port(port).start().expect_err("a port that is taken");
    assert_eq!(error.kind(), ErrorKind::AddrInUse);
    assert!(error.to_string().starts_with(&format!("127.0.0.1:{port}: the port is in use")), "{error}");
    drop(first);
    let again = start(Sandbox::builder().port(port));
    assert_eq!(again.sandbox.base_url(), format!("http://127.0.0.1:{port}"));
    again.user("steve");
}

#[test]
fn a_clock_that_is_none() {
    let error = Sandbox::builder().fixed_clock("yesterday").start().expect_err("an invalid time");
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.to_string().contains("the fixed clock: \"yesterday\""), "{error}");
}

#[test]
fn latency_delays_every_response_separately() {
    let latency = Duration::from_secs(1);
    let api = start(Sandbox::builder().latency(latency));
    let begin = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..20 {
            scope.spawn(|| api.get("/users/unknown").fails(404, "not_found", "user"));
        }
    });
    let taken = begin.elapsed();
    assert!(taken >= latency && taken < latency * 15, "{taken:?}");
}

#[test]
fn a_rate_limit_sends_retry_after() {
    let api = start(Sandbox::builder().rate_limit(2, Duration::from_secs(1000)));
    api.get("/users/unknown").fails(404, "not_found", "user");
    api.user("steve");
    let request = || Request::post(api.url("/users")).header("authorization", api.bearer());
    let response = api.try_raw(request().header("content-type", "application/json"), "{\"externalId\": \"ada\"}");
    let response = response.expect("a response");
    assert_eq!(response.status().as_u16(), 429);
    let seconds: u64 = header(&response, "retry-after").parse().expect("seconds");
    assert!((900..=1000).contains(&seconds), "{seconds}");
    assert!(response.body().contains("\"too_many_requests\""), "{}", response.body());
    // The request had no effect, and the control routes aren't limited.
    let state = api.control("GET", "state", Value::Null).ok(200);
    assert_eq!(state["apps"][0]["counts"]["users"], 1);
}

#[test]
fn a_rate_limit_lets_requests_through_again() {
    let api = start(Sandbox::builder().rate_limit(1, Duration::from_millis(200)));
    let begin = Instant::now();
    let mut taken = 0;
    while taken < 3 {
        assert!(begin.elapsed() < Duration::from_secs(60));
        match api.get("/users/unknown").status {
            404 => taken += 1,
            status => assert_eq!(status, 429),
        }
    }
    assert!(begin.elapsed() >= Duration::from_millis(400));
}

#[test]
fn fewer_apps_and_smaller_files_fit() {
    let api = start(Sandbox::builder().max_apps(1).max_upload(500));
    let app = json!({"displayName": "One more"});
    let response = api.call_as(Some(&api.account()), "POST", &api.at("/v2/apps"), Some(&app));
    response.fails(402, "payment_required", "1 apps");
    let upload = |size: usize| {
        let form = "--x\r\nContent-Disposition: form-data; name=\"source\"; filename=\"f\"\r\n\r\n";
        let request = Request::post(api.url("/attachments?access=public")).header("authorization", api.bearer());
        let request = request.header("content-type", "multipart/form-data; boundary=x");
        api.send(request, format!("{form}{}\r\n--x--\r\n", "y".repeat(size)).into_bytes())
    };
    upload(100).ok(201);
    upload(500).fails(413, "payload_too_large", "");
}

#[test]
fn fewer_messages_fit() {
    let api = start(Sandbox::builder().max_messages(2));
    let conversation = api.group();
    api.message(&conversation, "1");
    api.message(&conversation, "2");
    let path = format!("/conversations/{conversation}/messages");
    api.post(&path, message("3")).fails(423, "locked", "2 messages");
}

#[test]
fn a_change_right_after_the_start_is_saved() {
    let file = std::env::temp_dir().join(format!("sandbox-saved-{}.json", std::process::id()));
    for round in 0..10 {
        let start = || Api::of(Sandbox::builder().state_file(&file).start().expect("a sandbox"));
        let user = format!("user-{round}");
        start().user(&user);
        start().get(&format!("/users/{user}")).ok(200);
    }
    std::fs::remove_file(&file).expect("removed");
}
