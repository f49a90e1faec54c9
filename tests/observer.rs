//! Observers of calls and of unknown parts.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::support::server::{APP, CONVERSATION, KEY_SECRET, Server, USER, json, response};
use sunshine_conversations::http::Method;
use sunshine_conversations::models::*;
use sunshine_conversations::observer::{AttemptEnd, AttemptStart, CallEnd, Drift, Observer};
use sunshine_conversations::webhook::{Receiver, testing};
use sunshine_conversations::{ApiClient, RetryPolicy, Upload};

/// Records a line for each event, and the `Debug` text of all of them.
#[derive(Default)]
struct Recorder {
    lines: Mutex<Vec<String>>,
    debug: Mutex<String>,
}

impl Recorder {
    fn add(&self, line: String, debug: &dyn std::fmt::Debug) {
        self.lines.lock().unwrap().push(line);
        self.debug.lock().unwrap().push_str(&format!("{debug:?}"));
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.lines.lock().unwrap())
    }
}

impl Observer for Recorder {
    fn attempt_start(&self, attempt: &AttemptStart<'_>) {
        let AttemptStart { operation, method, path, attempt: number, sent, .. } = attempt;
        self.add(format!("start {number} {operation} {method} {} {sent:?}", path.unwrap_or("-")), attempt);
    }

    fn attempt_end(&self, attempt: &AttemptEnd<'_>) {
        let AttemptEnd { status, error, request_id, received, .. } = attempt;
        self.add(format!("end {status:?} {error:?} {request_id:?} {received:?}"), attempt);
    }

    fn call_end(&self, call: &CallEnd<'_>) {
        let CallEnd { operation, attempts, status, error, request_id, received, .. } = call;
        self.add(format!("call {operation} {attempts} {status:?} {error:?} {request_id:?} {received:?}"), call);
    }

    fn drift(&self, drift: &Drift<'_>) {
        let Drift { kind, type_name, name, operation, .. } = drift;
        self.add(format!("{kind:?} {type_name} {name} {operation}"), drift);
    }
}

fn observed(server: &Server) -> (Arc<Recorder>, ApiClient) {
    let recorder = Arc::new(Recorder::default());
    let api = server.builder().observer(Arc::clone(&recorder)).build().unwrap();
    (recorder, api)
}

const GET: &str = "start 1 GetUser GET /v2/apps/{appId}/users/{userIdOrExternalId} Some(0)";

#[test]
fn a_call_has_an_attempt_and_an_end() {
    let body = r#"{"user":{"id":"u"}}"#;
    let server = Server::always(response(200, &[("X-Request-Id", "r-1"), ("Content-Type", "application/json")], body));
    let (recorder, api) = observed(&server);
    api.get_user(APP, USER).send().unwrap();
    let end = r#"Some(200) None Some("r-1") Some(19)"#;
    assert_eq!(recorder.take(), [GET, &format!("end {end}"), &format!("call GetUser 1 {end}")]);
    // Clones share it.
    api.clone().app(APP).create_user(&UserCreateBody::new()).send().unwrap();
    assert_eq!(recorder.take()[0], "start 1 CreateUser POST /v2/apps/{appId}/users Some(2)");
}

#[test]
fn retries_are_attempts() {
    let server = Server::closing(|_| (response(503, &[("X-Request-Id", "r")], ""), true));
    let (recorder, api) = observed(&server);
    api.get_user(APP, USER).send().unwrap_err();
    let lines = recorder.take();
    assert_eq!(lines.len(), 7, "{lines:#?}");
    assert_eq!(lines[4], GET.replace("start 1", "start 3"));
    assert_eq!(lines[5], r#"end Some(503) Some(Api) Some("r") None"#);
    assert_eq!(lines[6], r#"call GetUser 3 Some(503) Some(Api) Some("r") None"#);
}

#[test]
fn failures_without_a_response_have_a_kind() {
    let server = Server::always(json(200, "{}"));
    let (recorder, api) = observed(&server);
    api.get_user(APP, "..").send().unwrap_err();
    assert_eq!(recorder.take(), ["call GetUser 0 None Some(InvalidInput) None None"]);
    let refused = ApiClient::builder()
        .base_url("http://127.0.0.1:9")
        .no_proxy()
        .retry(RetryPolicy::none())
        .observer(Arc::clone(&recorder))
        .build()
        .unwrap();
    refused.get_user(APP, USER).send().unwrap_err();
    let lines = recorder.take();
    assert_eq!(lines[1..], ["end None Some(Connection) None None", "call GetUser 1 None Some(Connection) None None"]);
}

#[test]
fn a_wait_for_the_rate_limit_that_is_too_long_is_not_an_attempt() {
    let server = Server::always(json(200, r#"{"user":{"id":"u"}}"#));
    let recorder = Arc::new(Recorder::default());
    let limit = sunshine_conversations::RateLimit::per_minute(1);
    let api = server.builder().rate_limit(limit).observer(Arc::clone(&recorder)).build().unwrap();
    api.get_user(APP, USER).send().unwrap();
    recorder.take();
    api.get_user(APP, USER).timeout(Duration::from_secs(2)).send().unwrap_err();
    assert_eq!(recorder.take(), ["call GetUser 0 None Some(RateLimited) None None"]);
}

#[test]
fn uploads_and_untyped_calls_do_not_have_everything() {
    let server = Server::always(json(200, r#"{"attachment":{"mediaUrl":"m"}}"#));
    let (recorder, api) = observed(&server);
    api.upload_attachment(APP, Upload::bytes("f", b"content".as_slice())).send().unwrap();
    assert_eq!(recorder.take()[0], "start 1 UploadAttachment POST /v2/apps/{appId}/attachments None");
    api.request(Method::GET, "/v2/secret-id").send().unwrap();
    assert_eq!(recorder.take()[0], "start 1 request GET - Some(0)");
}

#[test]
fn events_have_neither_secrets_nor_ids_nor_bodies() {
    let server = Server::always(json(404, r#"{"errors":[{"code":"not_found","title":"hush-title"}]}"#));
    let (recorder, api) = observed(&server);
    api.get_user("hush-app", "hush-user").header("X-Key", "hush-header").query("q", "hush-query").send().unwrap_err();
    api.post_message(APP, CONVERSATION, &MessagePost::new(AuthorType::Business, "hush-text")).send().unwrap_err();
    api.request(Method::GET, "/v2/hush-path").send().unwrap_err();
    let debug = recorder.debug.lock().unwrap();
    assert!(!debug.contains("hush") && !debug.contains(KEY_SECRET), "{debug}");
    assert!(debug.contains("PostMessage") && debug.contains("404"));
}

#[test]
fn a_panic_of_the_observer_does_not_affect_calls() {
    struct Broken;
    impl Observer for Broken {
        fn attempt_start(&self, _: &AttemptStart<'_>) {
            panic!("a bug");
        }
        fn call_end(&self, _: &CallEnd<'_>) {
            panic!("another bug");
        }
        fn drift(&self, _: &Drift<'_>) {
            panic!("a third bug");
        }
    }
    let server = Server::always(json(200, r#"{"user":{"id":"u","new":1}}"#));
    let api = server.builder().observer(Broken).build().unwrap();
    for _ in 0..3 {
        assert_eq!(api.get_user(APP, USER).send().unwrap().user.id, "u");
    }
}

const MESSAGES: &str = r#"{"messages":[
    {"id":"1","mood":"hush","author":{"type":"robot","name":"x"},"content":{"type":"poll","q":"hush"}},
    {"id":"2","mood":"hush","author":{"type":"robot"},"content":{"q":"hush","type":"poll"},"metadata":{"any":1}}
],"meta":{"hasMore":false}}"#;

#[test]
fn unknown_parts_are_reported_once() {
    let server = Server::always(json(200, MESSAGES));
    let (recorder, api) = observed(&server);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| api.list_messages(APP, CONVERSATION).send().unwrap());
        }
    });
    assert_eq!(api.list_messages(APP, CONVERSATION).iter().count(), 2);
    let mut drift: Vec<_> = recorder.take().into_iter().filter(|line| line.ends_with(" ListMessages")).collect();
    drift.retain(|line| !line.starts_with("start") && !line.starts_with("call"));
    drift.sort();
    let expected = ["EnumValue AuthorType robot", "Field Author name", "Field Message mood", "Tag Content poll"];
    assert_eq!(drift, expected.map(|part| format!("{part} ListMessages")));
    assert!(!recorder.debug.lock().unwrap().contains("hush"));
}

#[test]
fn unknown_parts_of_webhooks_are_reported() {
    let recorder = Arc::new(Recorder::default());
    let receiver = Receiver::new("secret").observer(Arc::clone(&recorder));
    let payload = serde_json::json!({"user": {"id": "u", "plan": "hush"}});
    let events = [testing::event("weather:changed", payload.clone()), testing::event(Trigger::UserUpdate, payload)];
    let request = testing::request("secret", events).unwrap();
    for _ in 0..2 {
        receiver.receive(Some(request.secret()), request.body()).unwrap();
    }
    assert_eq!(recorder.take(), ["Tag Event weather:changed webhook", "Field User plan webhook"]);
    assert!(receiver.receive(Some("guess"), request.body()).is_err() && recorder.take().is_empty());
}
