//! Faulty servers and gateways: each case is called with GET, DELETE and POST through the public API, with the default
//! retries.
//! | `docs/faults.md` lists the results: the kind of error, its status code and text, and the number of requests. Each
//! case also checks that no call exceeds its deadline, no POST is sent twice if the server may have processed it, and
//! no secret is in an error or the log.
//! | After an intended change, `UPDATE_FAULTS=1 cargo test -p sunshine-conversations-tests --test logs` updates the table.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::gzip::bomb;
use crate::support::server::{APP, CONVERSATION, KEY_ID, KEY_SECRET, Server, Step, USER, json, refusal, response};
use crate::{Record, logged};
use log::LevelFilter;
use sunshine_conversations::models::*;
use sunshine_conversations::{ApiClient, ApiClientBuilder, Credentials, Error, RetryPolicy, Upload};

/// The deadline of every call.
const DEADLINE: Duration = Duration::from_secs(9);
/// The timeout of an attempt that can be followed by another.
const ATTEMPT: Duration = Duration::from_secs(3);
/// The maximum duration of a call on a busy machine, far less than a hang.
const BUSY: Duration = Duration::from_secs(30);
/// The timeout of an upload. A response arrives earlier, even on a busy machine.
const UPLOAD_TIMEOUT: Duration = Duration::from_secs(5);
/// `Authorization` as sent, which a gateway may quote.
const SENT: &str = "Basic YXBwXzVkOGM6aHVzaC03ZjNhOWM=";
/// The response for GET, DELETE and POST.
const FOUND: &str = r#"{"user":{"id":"1"},"messages":[]}"#;
const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/faults.md");

type Steps = Box<dyn Fn() -> Vec<Step> + Send + Sync>;

struct Case {
    name: &'static str,
    /// The steps of each connection; `None` for an unused port (1).
    steps: Option<Steps>,
}

fn case(name: &'static str, steps: impl Fn() -> Vec<Step> + Send + Sync + 'static) -> Case {
    Case { name, steps: Some(Box::new(steps)) }
}

/// Responds to every request of a connection, because connections are reused.
fn responses(name: &'static str, bytes: impl Into<Vec<u8>>) -> Case {
    let bytes = bytes.into();
    case(name, move || (0..4).map(|_| Step::Respond(bytes.clone())).collect())
}

/// Responds and closes.
fn closes(name: &'static str, bytes: impl Into<Vec<u8>>) -> Case {
    let bytes = bytes.into();
    case(name, move || vec![Step::Respond(bytes.clone())])
}

fn head(lines: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\n{lines}\r\n\r\n").into_bytes()
}

fn with_head(lines: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    [head(lines).as_slice(), body.as_ref()].concat()
}

fn page() -> String {
    format!("<html><body><h1>Bad Gateway</h1>you sent {SENT} and {KEY_SECRET}</body></html>")
}

fn nested(depth: usize) -> String {
    "[".repeat(depth) + &"]".repeat(depth)
}

fn cases() -> Vec<(&'static str, Vec<Case>)> {
    let half = &FOUND[..FOUND.len() / 2];
    let length = FOUND.len();
    let html = &[("Content-Type", "text/html")];
    vec![
        ("Connections", vec![
            Case { name: "refuses the connection", steps: None },
            case("closes the connection at once", Vec::new),
            case("resets before the response", || vec![Step::Reset]),
            case("closes without a response", || vec![Step::Close]),
            case("resets within the headers", || vec![Step::RespondAndReset(b"HTTP/1.1 200 OK\r\nContent-Ty".to_vec())]),
            case("resets after the headers", || vec![Step::RespondAndReset(head("Content-Length: 33"))]),
            case("resets in mid-body", move || vec![Step::RespondAndReset(with_head(&format!("Content-Length: {length}"), half))]),
            case("resets in mid-chunk", move || vec![Step::RespondAndReset(with_head("Transfer-Encoding: chunked", format!("21\r\n{half}")))]),
            case("resets a body without a declared length", move || vec![Step::RespondAndReset(with_head("Connection: close", half))]),
            case("never responds", || vec![Step::Silence]),
            case("sends one byte a second", || vec![Step::Drip(Duration::from_secs(1), json(200, FOUND))]),
            case("sends the headers and no body", || vec![Step::Respond(head("Content-Length: 33")), Step::Silence]),
        ]),
        ("Framing", vec![
            closes("ends before the declared length", with_head("Content-Length: 100", half)),
            responses("sends more than the declared length", with_head(&format!("Content-Length: {length}"), format!("{FOUND}HTTP/1.1 200 OK\r\n\r\n"))),
            closes("a chunk size that isn't a number", with_head("Transfer-Encoding: chunked", format!("zz\r\n{FOUND}\r\n0\r\n\r\n"))),
            closes("a chunk size beyond 64 bits", with_head("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFFF\r\n{")),
            closes("a negative chunk size", with_head("Transfer-Encoding: chunked", format!("-1\r\n{FOUND}\r\n0\r\n\r\n"))),
            closes("a chunk that is longer than its size", with_head("Transfer-Encoding: chunked", format!("5\r\n{FOUND}\r\n0\r\n\r\n"))),
            closes("no last chunk", with_head("Transfer-Encoding: chunked", format!("{length:x}\r\n{FOUND}\r\n"))),
            closes("a Content-Length that isn't a number", with_head("Content-Length: many", FOUND)),
            closes("two Content-Length that differ", with_head(&format!("Content-Length: {length}\r\nContent-Length: 5"), FOUND)),
            responses("the same Content-Length twice", with_head(&format!("Content-Length: {length}\r\nContent-Length: {length}"), FOUND)),
            closes("Content-Length and chunks", with_head("Content-Length: 5\r\nTransfer-Encoding: chunked", format!("{length:x}\r\n{FOUND}\r\n0\r\n\r\n"))),
            closes("bytes other than HTTP", b"SSH-2.0-OpenSSH_9.6\r\n\r\n".as_slice()),
            closes("a TLS record", b"\x15\x03\x01\x00\x02\x02\x28".as_slice()),
            closes("HTTP/1.0 without a length", format!("HTTP/1.0 200 OK\r\n\r\n{FOUND}")),
            closes("a status code with two digits", format!("HTTP/1.1 20 OK\r\nContent-Length: {length}\r\n\r\n{FOUND}")),
            closes("an unknown status code", format!("HTTP/1.1 799 Odd\r\nContent-Length: {length}\r\n\r\n{FOUND}")),
            responses("100, 102 and 103 before the response", [b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".to_vec(), json(200, FOUND)].concat()),
            case("100 repeatedly", || vec![Step::Endless(Vec::new(), b"HTTP/1.1 100 Continue\r\n\r\n".to_vec())]),
            closes("101 to another protocol", b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n".as_slice()),
        ]),
        ("Size", vec![
            case("an endless body", || vec![Step::Endless(head("Connection: close"), vec![b' '; 1 << 20])]),
            case("endless chunks", || vec![Step::Endless(head("Transfer-Encoding: chunked"), [b"10000\r\n".as_slice(), &[b' '; 0x10000], b"\r\n"].concat())]),
            case("endless headers", || vec![Step::Endless(b"HTTP/1.1 200 OK\r\n".to_vec(), b"X-More: and more\r\n".repeat(100))]),
            closes("a header of 100 kB", with_head(&format!("Content-Length: {length}\r\nX-Giant: {}", "x".repeat(100_000)), FOUND)),
            closes("a thousand headers", with_head(&format!("Content-Length: {length}{}", "\r\nX-A: b".repeat(1_000)), FOUND)),
            responses("the same header fifty times", with_head(&format!("Content-Length: {length}{}", "\r\nSet-Cookie: a=b".repeat(50)), FOUND)),
            closes("a Content-Length of 8 exabytes", with_head("Content-Length: 9000000000000000000", FOUND)),
            closes("gzip that becomes 2 MB", response(200, &[("Content-Encoding", "gzip")], bomb(2))),
            closes("invalid gzip", response(200, &[("Content-Encoding", "gzip")], FOUND)),
            closes("gzip cut off", response(200, &[("Content-Encoding", "gzip")], &bomb(1)[..100])),
            closes("an encoding that was not requested", response(200, &[("Content-Encoding", "br")], "\u{b}\u{2}\u{1}")),
        ]),
        ("Bodies", vec![
            responses("200 with HTML", response(200, html, page())),
            responses("200 with broken JSON", json(200, half)),
            responses("200 without a body", json(200, "")),
            responses("200 with `null`", json(200, "null")),
            responses("200 with a list", json(200, "[]")),
            responses("200 with text after the JSON", json(200, format!("{FOUND} {page}", page = page()))),
            responses("200 with fields of the wrong type", json(200, format!(r#"{{"user":{{"id":["{KEY_SECRET}"]}},"messages":7}}"#))),
            responses("204 with a body", [b"HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n".as_slice(), b"{\"a\":\"b\"}"].concat()),
            responses("JSON called text/plain", response(200, &[("Content-Type", "text/plain")], FOUND)),
            responses("an unknown charset", response(200, &[("Content-Type", "application/json; charset=klingon")], FOUND)),
            responses("JSON in UTF-16", response(200, &[("Content-Type", "application/json; charset=utf-16")], FOUND.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<_>>())),
            responses("text that is not UTF-8", response(200, &[], b"{\"user\":{\"id\":\"\xff\xfe\"},\"messages\":\"\xff\"}")),
            responses("a byte order mark", json(200, format!("\u{feff}{FOUND}"))),
            responses("100,000 levels in an unknown field", json(200, format!(r#"{{"x":{},"user":{{"id":"1"}},"messages":[]}}"#, nested(100_000)))),
            responses("100,000 levels of free-form JSON", json(200, format!(r#"{{"user":{{"id":"1","metadata":{0}}},"messages":[{{"id":"1","author":{{"type":"user"}},"metadata":{0}}}]}}"#, nested(100_000)))),
            responses("100,000 levels instead of a value", json(200, format!(r#"{{"user":{{"id":{0}}},"messages":{0}}}"#, nested(100_000)))),
            responses("100,000 levels in an error", json(400, format!(r#"{{"errors":{}}}"#, nested(100_000)))),
        ]),
        ("Statuses", vec![
            responses("400 with two errors", json(400, r#"{"errors":[{"code":"bad_request","title":"no type"},{"code":"bad_request","title":"no text"}]}"#)),
            responses("401 with JSON", refusal(401, "unauthorized", &format!("{SENT} is wrong"))),
            responses("401 without", response(401, &[], "")),
            responses("403 with JSON", refusal(403, "forbidden", "not yours")),
            responses("403 without", response(403, html, page())),
            responses("404 with JSON", refusal(404, "not_found", "no such thing")),
            responses("404 without", response(404, html, page())),
            responses("404 of Zendesk's gateway", json(404, r#"{"error":{"title":"No help desk at acme.zendesk.com","message":"Check the address"}}"#)),
            responses("404 with only a message", json(404, r#"{"message":"no route"}"#)),
            responses("408 without", response(408, &[], "")),
            responses("409 with JSON", refusal(409, "conflict", "changed meanwhile")),
            responses("409 without", response(409, &[], "")),
            responses("413 with JSON", refusal(413, "payload_too_large", "too large")),
            responses("413 without", response(413, html, page())),
            responses("423 with JSON", refusal(423, "locked", "full")),
            responses("423 without", response(423, &[], "")),
            responses("429 with JSON", refusal(429, "too_many_requests", "slow down")),
            responses("429 without", response(429, &[], "")),
            responses("429 with `Retry-After: 0`", response(429, &[("Retry-After", "0")], "")),
            responses("429 with `Retry-After: 3600`", response(429, &[("Retry-After", "3600")], "")),
            responses("429 with `Retry-After: 0.01`", response(429, &[("Retry-After", "0.01")], "")),
            responses("429 with a date of the server's clock", response(429, &[("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT")], "")),
            responses("500 with JSON", refusal(500, "internal", "oops")),
            responses("502 with HTML", response(502, html, page())),
            responses("503 with HTML", response(503, html, page())),
            responses("503 with `Retry-After: 0`", response(503, &[("Retry-After", "0")], "")),
            responses("504 without", response(504, &[], "")),
            closes("404 cut off", b"HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n{\"err".as_slice()),
            responses("a redirect to itself", response(302, &[("Location", "/v2/apps")], "")),
            responses("a redirect to another host", response(301, &[("Location", "https://example.com/steal")], "")),
            responses("a redirect to plain http", response(308, &[("Location", "http://example.com/")], "")),
            responses("307 with a body", response(307, &[("Location", "https://example.com/")], page())),
            responses("a redirect without a target", response(302, &[], "")),
        ]),
    ]
}

/// The result of a call, in one line.
struct Outcome {
    text: String,
    requests: usize,
    time: Duration,
}

fn client(builder: ApiClientBuilder) -> ApiClient {
    let policy = RetryPolicy::new().base_delay(Duration::from_millis(2)).attempt_timeout(ATTEMPT);
    builder.retry(policy).timeout(DEADLINE).max_response_size(1 << 20).build().unwrap()
}

fn describe<T>(result: Result<T, Error>, host: &str) -> String {
    let error = match result {
        Ok(_) => return "the response".to_owned(),
        Err(error) => error,
    };
    let printed = format!("{error} {error:?} {error:#?} {:?} {:?}", error.errors(), error.body());
    for secret in [KEY_SECRET, SENT, "YXBwXzVkOGM6aHVzaC03ZjNhOWM"] {
        assert!(!printed.contains(secret), "{printed}");
    }
    let text = error.to_string().replace(host, "the host");
    let text = text.split_once(": ").map_or("", |(_, message)| message);
    // Which I/O error ends a connection depends on timing and the operating system.
    let text = match text.split_once(": io: ") {
        Some((message, _)) if error.attempts() > 1 => format!("{message} ({} attempts)", error.attempts()),
        Some((message, _)) => message.to_owned(),
        None => text.to_owned(),
    };
    format!("`{:?}`: {text}", error.kind())
}

fn call(case: &Case, method: &str) -> Outcome {
    let server = case.steps.as_ref().map(|steps| Server::script((0..8).map(|_| steps()).collect()));
    let (api, host) = match &server {
        Some(server) => (client(server.builder()), server.url()),
        None => {
            let host = "http://127.0.0.1:1".to_owned();
            let builder = ApiClient::builder().base_url(&host).credentials(Credentials::basic(KEY_ID, KEY_SECRET));
            (client(builder), host)
        }
    };
    let begun = Instant::now();
    let text = match method {
        "GET" => describe(api.get_user(APP, USER).send(), &host),
        "DELETE" => describe(api.delete_user(APP, USER).send(), &host),
        _ => {
            let message = MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text("Hi"));
            describe(api.post_message(APP, CONVERSATION, &message).send(), &host)
        }
    };
    Outcome { text, requests: server.map_or(0, |server| server.requests().len()), time: begun.elapsed() }
}

#[test]
fn every_fault_has_the_result_in_the_table() {
    let mut table = String::new();
    let records = logged(LevelFilter::Trace, || table = results());
    let line = |record: Record| format!("{} {}\n", record.target, record.text);
    let lines: String = records.into_iter().map(line).collect();
    assert!(lines.contains("sunshine_conversations GetUser GET /v2/apps/") && lines.contains("ureq"), "{lines}");
    for secret in [KEY_SECRET, "YXBwXzVkOGM6aHVzaC03ZjNhOWM"] {
        let line = lines.lines().find(|line| line.contains(secret));
        assert!(line.is_none(), "in the log: {line:?}");
    }
    if std::env::var_os("UPDATE_FAULTS").is_some() {
        fs::write(TABLE, &table).unwrap();
    }
    let expected = fs::read_to_string(TABLE).unwrap();
    let differ: Vec<_> = table
        .lines()
        .zip(expected.lines())
        .filter(|(is, was)| is != was)
        .map(|(is, was)| format!("is  {is}\nwas {was}\n"))
        .collect();
    assert!(table == expected, "docs/faults.md is outdated; run with UPDATE_FAULTS=1:\n{}", differ.join("\n"));
}

/// The table of all faults.
fn results() -> String {
    let mut table = String::from(
        "# Errors for faults of the server\n\n\
         The results of `get_user`, `delete_user` and `post_message` for each fault, and the number of requests that the server received. `tests/hostile.rs` verifies\n\
         this table. Retries are the default ones, with shorter delays, 3 s per attempt, 9 s per call, and responses of at most 1 MiB.\n",
    );
    for (group, cases) in cases() {
        let _ = write!(table, "\n## {group}\n\n| The server | GET | DELETE | POST |\n| --- | --- | --- | --- |\n");
        let rows: Vec<String> = thread::scope(|scope| {
            let rows: Vec<_> = cases.iter().map(|case| scope.spawn(|| row(case))).collect();
            rows.into_iter().map(|row| row.join().unwrap()).collect()
        });
        table.extend(rows);
    }
    let _ = write!(
        table,
        "\n## Uploads\n\nThe results of `upload_attachment` for a file of 5 MB, with a declared length and with an unknown one, and a timeout of 5 s.\n\n\
         | The server | Declared length | Unknown length |\n| --- | --- | --- |\n"
    );
    let row =
        |(name, serve): (&str, Serve)| format!("| {name} | {} | {} |\n", upload(serve, true), upload(serve, false));
    let rows =
        thread::scope(|scope| UPLOADS.map(|upload| scope.spawn(move || row(upload))).map(|row| row.join().unwrap()));
    table.extend(rows);
    table
}

type Serve = fn(TcpStream) -> io::Result<()>;

/// Servers that don't read all of an upload, or only slowly.
const UPLOADS: [(&str, Serve); 7] = [
    ("responds 413 and closes", |mut stream| reject(&mut stream)),
    ("responds 413 and stops reading", |mut stream| {
        reject(&mut stream)?;
        thread::sleep(UPLOAD_TIMEOUT + Duration::from_secs(1));
        Ok(())
    }),
    ("responds 413 and reads slowly", |mut stream| {
        reject(&mut stream)?;
        read_slowly(stream)
    }),
    ("responds 100 and closes", |mut stream| {
        read_head(&mut stream)?;
        stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")
    }),
    ("closes without a response", |mut stream| read_head(&mut stream)),
    ("stops reading", |mut stream| {
        read_head(&mut stream)?;
        thread::sleep(UPLOAD_TIMEOUT + Duration::from_secs(1));
        Ok(())
    }),
    ("reads slowly", |mut stream| {
        read_head(&mut stream)?;
        read_slowly(stream)
    }),
];

fn read_head(stream: &mut TcpStream) -> io::Result<()> {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    Ok(())
}

fn reject(stream: &mut TcpStream) -> io::Result<()> {
    read_head(stream)?;
    stream.write_all(&refusal(413, "payload_too_large", "too large"))
}

fn read_slowly(mut stream: TcpStream) -> io::Result<()> {
    for _ in 0..150 {
        stream.read_exact(&mut [0; 1000])?;
        thread::sleep(Duration::from_millis(40));
    }
    Ok(())
}

fn upload(serve: Serve, declared: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    // One connection for each attempt.
    let server = thread::spawn(move || (0..3).for_each(|_| drop(listener.accept().map(|(stream, _)| serve(stream)))));
    let api = client(ApiClient::builder().base_url(&url).no_proxy());
    let file = Upload::reader("a.bin", io::repeat(b'x').take(5_000_000));
    let file = if declared { file.length(5_000_000) } else { file };
    let result = api.upload_attachment(APP, file).timeout(UPLOAD_TIMEOUT).send();
    let text = describe(result, &url);
    // Ends the server, which may wait for more attempts.
    while !server.is_finished() {
        drop(TcpStream::connect(url.trim_start_matches("http://")));
        thread::sleep(Duration::from_millis(10));
    }
    text
}

fn row(case: &Case) -> String {
    let outcomes: Vec<Outcome> = thread::scope(|scope| {
        let calls = ["GET", "DELETE", "POST"].map(|method| scope.spawn(move || call(case, method)));
        calls.map(|call| call.join().unwrap()).into()
    });
    let cell = |outcome: &Outcome| {
        let plural = if outcome.requests == 1 { "" } else { "s" };
        format!("{}; {} request{plural}", outcome.text.replace('|', "\\|"), outcome.requests)
    };
    for outcome in &outcomes {
        assert!(outcome.time < DEADLINE + BUSY, "{}: {:?}", case.name, outcome.time);
    }
    let (get, delete, post) = (cell(&outcomes[0]), cell(&outcomes[1]), cell(&outcomes[2]));
    let delete = if delete == get { "the same".to_owned() } else { delete };
    let post = if post == get { "the same".to_owned() } else { post };
    format!("| {} | {get} | {delete} | {post} |\n", case.name)
}

/// The rest of one response must not become the next one, which would expose another caller's data.
#[test]
fn bytes_after_a_response_are_discarded() {
    let mine = r#"{"user":{"id":"mine"}}"#;
    let planted = String::from_utf8(json(200, r#"{"user":{"id":"planted"}}"#)).unwrap();
    for first in [
        with_head(&format!("Content-Length: {}", mine.len()), format!("{mine}{planted}")),
        with_head("Transfer-Encoding: chunked", format!("{:x}\r\n{mine}\r\n0\r\n\r\n{planted}", mine.len())),
    ] {
        let server = Server::script(vec![
            vec![Step::Respond(first.clone()), Step::Respond(json(200, r#"{"user":{"id":"second"}}"#))],
            vec![Step::Respond(json(200, r#"{"user":{"id":"second"}}"#))],
        ]);
        let api = client(server.builder());
        assert_eq!(api.get_user(APP, USER).send().unwrap().user.id, "mine");
        assert_eq!(api.get_user(APP, USER).send().unwrap().user.id, "second");
        assert_eq!(server.requests().len(), 2);
    }
    // The same after a response without a body, and with the rest arriving late.
    let nothing = format!("HTTP/1.1 204 No Content\r\n\r\n{planted}").into_bytes();
    let server = Server::script(vec![
        vec![Step::Respond(nothing), Step::Respond(json(200, r#"{"user":{"id":"second"}}"#))],
        vec![Step::Respond(json(200, r#"{"user":{"id":"second"}}"#))],
    ]);
    let api = client(server.builder());
    api.delete_user(APP, USER).send().unwrap();
    assert_eq!(api.get_user(APP, USER).send().unwrap().user.id, "second");
}
