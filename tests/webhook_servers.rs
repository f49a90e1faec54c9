//! Runs the cookbook's webhook servers, and calls them as the API does.
//!
//! Cargo builds the examples for `cargo test --workspace`, but not for `cargo test -p sunshine-conversations-tests`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{fs, thread};

use crate::example::program;
use crate::support::server::{KEY_ID, KEY_SECRET, Request, Server, json, refusal};
use serde_json::json as object;
use sunshine_conversations::webhook::{MAX_SIZE, SECRET_HEADER};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const WEBHOOK_SECRET: &str = "hush-webhook-5XJ85y";
/// Long enough for a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(60);

/// An example that serves a webhook, until it is dropped.
struct Webhook {
    process: Child,
    /// `127.0.0.1:54321`
    address: String,
}

impl Webhook {
    fn start(name: &str, api: &Server) -> Self {
        let mut command = program(name);
        command
            .arg("127.0.0.1:0")
            .env("SUNCO_BASE_URL", api.url())
            .env("SUNCO_KEY_ID", KEY_ID)
            .env("SUNCO_KEY_SECRET", KEY_SECRET)
            .env("SUNCO_WEBHOOK_SECRET", WEBHOOK_SECRET)
            .stdout(Stdio::piped());
        let mut process = command.spawn().expect("the example starts");
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).expect("the example prints its address");
        let address = line.trim().strip_prefix("http://").and_then(|line| line.strip_suffix("/hook"));
        let address = address.unwrap_or_else(|| panic!("{name} prints {line:?}")).to_owned();
        Self { process, address }
    }

    /// Posts a body as the API does, and returns the status code of the response.
    fn post(&self, secret: Option<&str>, body: &[u8]) -> u16 {
        let mut head = format!(
            "POST /hook HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n",
            self.address,
            body.len()
        );
        if let Some(secret) = secret {
            head += &format!("{SECRET_HEADER}: {secret}\r\n");
        }
        let connection = TcpStream::connect(&self.address).expect("the example listens");
        connection.set_read_timeout(Some(PATIENCE)).unwrap();
        thread::scope(|scope| {
            scope.spawn(|| {
                // Fails if the server rejects the body before it has read it completely.
                let _ = (&connection)
                    .write_all(format!("{head}\r\n").as_bytes())
                    .and_then(|()| (&connection).write_all(body));
            });
            let mut status = [0; "HTTP/1.1 200".len()];
            let read = (&connection).read_exact(&mut status);
            let _ = connection.shutdown(Shutdown::Both);
            read.expect("a response");
            let status = str::from_utf8(&status).expect("a status line");
            status.strip_prefix("HTTP/1.1 ").and_then(|code| code.parse().ok()).unwrap_or_else(|| panic!("{status:?}"))
        })
    }
}

impl Drop for Webhook {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Waits for requests to the API, and returns them.
fn requests(api: &Server) -> Vec<Request> {
    let start = Instant::now();
    loop {
        let received = api.take();
        if !received.is_empty() || start.elapsed() > PATIENCE {
            return received;
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// A message in this conversation. The event has the same ID.
fn delivery(conversation: &str) -> Vec<u8> {
    let message = object!({"id": conversation, "createdAt": "2026-05-21T15:53:30.197Z", "type": "conversation:message", "payload": {
        "conversation": {"id": conversation, "type": "personal"},
        "message": {"id": "m1", "author": {"type": "user"}, "content": {"type": "text", "text": "Hello"}}}});
    let body = object!({"app": {"id": "5d8c"}, "webhook": {"id": "5e55", "version": "v2"}, "events": [message]});
    body.to_string().into_bytes()
}

impl Webhook {
    /// Sends SIGTERM, as service managers do.
    fn terminate(&self) {
        let process = libc::pid_t::try_from(self.process.id()).expect("a process ID");
        // SAFETY: the process is a child that hasn't been waited for.
        assert_eq!(unsafe { libc::kill(process, libc::SIGTERM) }, 0);
        // It accepts no more connections.
        eventually(|| TcpStream::connect(&self.address).is_err());
    }

    fn exits(&mut self) {
        eventually(|| self.process.try_wait().expect("a status").is_some());
        assert!(self.process.wait().expect("a status").success());
    }
}

fn eventually(mut condition: impl FnMut() -> bool) {
    let start = Instant::now();
    while !condition() {
        assert!(start.elapsed() < PATIENCE, "not within {PATIENCE:?}");
        thread::sleep(Duration::from_millis(10));
    }
}

/// An API that responds after the gate has been unlocked, and the number of requests that it has received.
fn slow_api(gate: &Arc<Mutex<()>>) -> (Server, Arc<AtomicUsize>) {
    let arrived = Arc::new(AtomicUsize::new(0));
    let (gate, count) = (Arc::clone(gate), Arc::clone(&arrived));
    let api = Server::handle(move |_| {
        count.fetch_add(1, Ordering::SeqCst);
        drop(gate.lock());
        json(200, "{}")
    });
    (api, arrived)
}

/// A delivery that is being processed when the server is stopped is processed completely, and responded to.
fn finishes_deliveries_before_it_exits(name: &str) {
    let gate = Arc::default();
    let (api, arrived) = slow_api(&gate);
    let mut webhook = Webhook::start(name, &api);
    let closed = gate.lock().unwrap();
    thread::scope(|scope| {
        let status = scope.spawn(|| webhook.post(Some(WEBHOOK_SECRET), &delivery("c1")));
        eventually(|| arrived.load(Ordering::SeqCst) == 1);
        webhook.terminate();
        drop(closed);
        assert_eq!(status.join().unwrap(), 200, "{name}");
    });
    webhook.exits();
    assert_eq!(api.take().len(), 1);
}

#[test]
fn an_async_service_finishes_queued_events_before_it_exits() {
    let gate = Arc::default();
    let (api, arrived) = slow_api(&gate);
    let mut webhook = Webhook::start("async_service", &api);
    let closed = gate.lock().unwrap();
    let conversations: Vec<String> = (0..20).map(|number| format!("c{number}")).collect();
    for conversation in conversations.iter().chain(&conversations) {
        // The second round consists of duplicates.
        assert_eq!(webhook.post(Some(WEBHOOK_SECRET), &delivery(conversation)), 200);
    }
    assert_eq!(webhook.post(Some("wrong"), &delivery("c1")), 401);
    eventually(|| arrived.load(Ordering::SeqCst) == 8);
    webhook.terminate();
    assert_eq!(arrived.load(Ordering::SeqCst), 8, "the others are queued");
    drop(closed);
    webhook.exits();
    let mut read: Vec<String> = api.take().into_iter().map(|request| request.path().to_owned()).collect();
    let mut expected: Vec<String> =
        conversations.iter().map(|name| format!("/v2/apps/5d8c/conversations/{name}/activity")).collect();
    read.sort();
    expected.sort();
    assert_eq!(read, expected);
}

fn receives_and_rejects(name: &str) {
    let api = Server::responding("{}");
    let webhook = Webhook::start(name, &api);
    let good = delivery("rejected");
    assert_eq!(webhook.post(Some("hush-webhook-5XJ85Y"), &good), 401, "a wrong secret");
    assert_eq!(webhook.post(None, &good), 401, "no secret");
    assert_eq!(webhook.post(Some(WEBHOOK_SECRET), &good[..good.len() - 1]), 400, "broken JSON");
    let mut large = good.clone();
    large.resize(MAX_SIZE + 1, b' ');
    assert_eq!(webhook.post(Some(WEBHOOK_SECRET), &large), 413, "a large body");
    // The largest body that the receiver reads exceeds the default limits of the frameworks.
    let mut large = delivery("c1");
    large.resize(MAX_SIZE, b' ');
    for (body, conversation) in [(large, "c1"), (delivery("c2"), "c2")] {
        assert_eq!(webhook.post(Some(WEBHOOK_SECRET), &body), 200);
        let requests = requests(&api);
        let [request] = requests.as_slice() else { panic!("{requests:?}") };
        let path = format!("/v2/apps/5d8c/conversations/{conversation}/activity");
        assert_eq!((request.method(), request.path()), ("POST", path.as_str()));
        assert_eq!(request.json()["type"], "conversation:read");
    }
}

/// An event whose processing fails is processed again when it is redelivered, and then it is a duplicate.
fn processes_events_once(name: &str) {
    let attempts = AtomicUsize::new(0);
    let api = Server::handle(move |_| match attempts.fetch_add(1, Ordering::Relaxed) {
        0 => refusal(400, "bad_request", "No"),
        _ => json(200, "{}"),
    });
    let webhook = Webhook::start(name, &api);
    for (status, calls) in [(503, 1), (200, 1), (200, 0)] {
        assert_eq!(webhook.post(Some(WEBHOOK_SECRET), &delivery("c1")), status);
        // The response is sent after the calls.
        assert_eq!(api.take().len(), calls, "after {status}");
    }
}

#[test]
fn axum() {
    receives_and_rejects("webhook_axum");
    processes_events_once("webhook_axum");
    finishes_deliveries_before_it_exits("webhook_axum");
}

#[test]
fn actix_web() {
    receives_and_rejects("webhook_actix_web");
    processes_events_once("webhook_actix_web");
    finishes_deliveries_before_it_exits("webhook_actix_web");
}

#[test]
fn tiny_http() {
    receives_and_rejects("webhook_tiny_http");
    processes_events_once("webhook_tiny_http");
}

/// The code of a section of the cookbook, as it is shown.
fn shown(title: &str, language: &str) -> String {
    let cookbook = fs::read_to_string(format!("{ROOT}/src/cookbook.md")).unwrap().replace('\r', "");
    let (_, section) = cookbook.split_once(&format!("\n### {title}\n")).expect(title);
    let (_, code) = section.split_once(&format!("```{language}\n")).expect(title);
    let (code, _) = code.split_once("```").expect(title);
    code.lines().filter(|line| !line.starts_with("# ")).map(|line| format!("{line}\n")).collect()
}

/// Whoever pastes both parts into a file has one of the examples.
#[test]
fn the_cookbook_shows_the_handlers_of_the_examples() {
    let bot = shown("Process deliveries without losing events", "rust");
    for (title, name) in
        [("axum", "webhook_axum"), ("actix-web", "webhook_actix_web"), ("tiny_http", "webhook_tiny_http")]
    {
        let shown = shown(&format!("Receive webhooks with {title}"), "rust,no_run");
        assert!((20..=40).contains(&shown.lines().count()), "{shown}");
        let example = fs::read_to_string(format!("{ROOT}/examples/webhooks/{name}.rs")).unwrap().replace('\r', "");
        let (_, code) = example.split_once("\n\n").expect("a comment");
        assert_eq!(code, format!("{bot}\n{shown}"), "examples/webhooks/{name}.rs differs from the cookbook");
    }
    let service = fs::read_to_string(format!("{ROOT}/examples/webhooks/async_service.rs")).unwrap().replace('\r', "");
    let (_, code) = service.split_once("\n\n").expect("a comment");
    let shown = shown("Process events in an async service", "rust,no_run");
    assert_eq!(code, shown, "examples/webhooks/async_service.rs differs from the cookbook");
}
