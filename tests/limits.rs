//! Limits of responses, bodies and files, to the byte; and invalid headers.

use std::io::{self, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::support::expect::{Expected, Fails, api_error, invalid, kind, lost};
use crate::support::files::Folder;
use crate::support::gzip::compressed;
use crate::support::server::{APP, CONVERSATION, Server, Step, USER, UnusedPort, json};
use sunshine_conversations::http::Method;
use sunshine_conversations::models::*;
use sunshine_conversations::{ApiClient, Credentials, ErrorKind, RetryPolicy, Upload};

const POSTED: &str = r#"{"messages":[],"user":{"id":"1"}}"#;
const UPLOADED: &str = r#"{"attachment":{"mediaUrl":"https://example.com/a"}}"#;

// Responses.

/// JSON of this size that is a user and an empty list of messages.
fn found(size: usize) -> String {
    let body = |padding: &str| format!(r#"{{"messages":[],"user":{{"id":"1","unheardOf":"{padding}"}}}}"#);
    let body = body(&"x".repeat(size - body("").len()));
    assert_eq!(body.len(), size);
    body
}

/// Encodings of a body.
const FORMS: &[&str] = if cfg!(feature = "gzip") {
    &["declared", "chunked", "until the end", "gzip", "gzip in chunks"]
} else {
    &["declared", "chunked", "until the end"]
};

fn in_form(form: &str, status: u16, body: &str) -> Vec<u8> {
    let zipped = compressed(body);
    let body = if form.starts_with("gzip") { &zipped } else { body.as_bytes() };
    let encoding = if form.starts_with("gzip") { "Content-Encoding: gzip\r\n" } else { "" };
    let mut response = format!("HTTP/1.1 {status} Whatever\r\nConnection: close\r\n{encoding}");
    match form {
        "declared" | "gzip" => response.push_str(&format!("Content-Length: {}\r\n\r\n", body.len())),
        "until the end" => response.push_str("\r\n"),
        _ => {
            response.push_str("Transfer-Encoding: chunked\r\n\r\n");
            let pieces =
                body.chunks(100).map(|piece| [format!("{:x}\r\n", piece.len()).as_bytes(), piece, b"\r\n"].concat());
            return [response.into_bytes(), pieces.flatten().collect(), b"0\r\n\r\n".to_vec()].concat();
        }
    }
    [response.as_bytes(), body].concat()
}

fn responding(response: Vec<u8>) -> Server {
    Server::script(vec![vec![Step::Respond(response)]])
}

#[test]
fn a_response_may_have_as_many_bytes_as_the_limit_and_no_more() {
    for form in FORMS {
        for limit in [500usize, 20_000] {
            let server = responding(in_form(form, 200, &found(limit)));
            let api = server.builder().max_response_size(limit as u64).build().unwrap();
            let response = api.get_user(APP, USER).send_full().unwrap();
            assert_eq!((response.raw.len(), response.body.user.id.as_str()), (limit, "1"), "{form}");

            for post in [false, true] {
                let server = responding(in_form(form, 201, &found(limit + 1)));
                let api = server.builder().max_response_size(limit as u64).build().unwrap();
                let result = match post {
                    true => api.post_message(APP, CONVERSATION, &message(50)).send().map(drop),
                    false => api.get_user(APP, USER).send().map(drop),
                };
                // The call was performed.
                let expected = kind(ErrorKind::TooLarge).attempts(1).retryable(false).safe(false).of(form);
                result.fails(expected.message(format!("exceeds {limit} bytes")).message("max_response_size"));
                assert_eq!(server.requests().len(), 1);
            }
        }
    }
}

#[test]
fn an_error_that_is_too_large_keeps_its_status() {
    for form in FORMS {
        let server = responding(in_form(form, 404, &found(501)));
        let client = server.builder().max_response_size(500).build().unwrap();
        client.get_user(APP, USER).send().fails(api_error(404).of(form));
    }
}

/// The declared length isn't trusted: memory isn't reserved for it, and the rest isn't waited for.
#[test]
fn a_declared_length_that_is_false_changes_nothing() {
    let declared =
        |length: u64, body: &str| format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}").into_bytes();
    let call = |steps: Vec<Step>| {
        let server = Server::script(vec![steps, vec![Step::Respond(json(200, found(500)))]]);
        let api = server.builder().max_response_size(500).retry(RetryPolicy::none()).build().unwrap();
        let result = api.get_user(APP, USER).send_full().map(|response| response.raw.len());
        // The rest doesn't affect the next call.
        api.get_user(APP, USER).send().unwrap();
        result
    };
    // Longer than the body: the limit or the end is reached first.
    call(vec![Step::Respond(declared(u64::MAX, &found(501))), Step::Silence]).fails(kind(ErrorKind::TooLarge));
    call(vec![Step::Respond(declared(u64::MAX, &found(400)))]).fails(lost());
    // Shorter than the body: the declared length is the response.
    let length = call(vec![Step::Respond(declared(500, &format!("{}{}", found(500), found(500))))]).unwrap();
    assert_eq!(length, 500);
}

// JSON.

/// A message whose JSON has this size.
fn message(size: usize) -> MessagePost {
    let message = |padding: String| {
        let content = TextMessage::new().with_text(padding);
        MessagePost::new(Author::new(AuthorType::Business), content)
    };
    let empty = serde_json::to_vec(&message(String::new())).unwrap().len();
    message("x".repeat(size.saturating_sub(empty)))
}

/// Nothing was sent; the error states the size and the limit.
fn too_large<'a>(parameter: &'a str, size: usize, setting: &str) -> Expected<'a> {
    let expected = kind(ErrorKind::TooLarge).no_status().attempts(0).retryable(false).safe(true).parameter(parameter);
    expected.message(parameter).message(size).message(size - 1).message(setting)
}

#[test]
fn json_may_have_as_many_bytes_as_the_limit_and_no_more() {
    for limit in [None, Some(300u64)] {
        let server = Server::always(json(201, POSTED));
        let builder = server.builder();
        let api = match limit {
            Some(limit) => builder.max_json_size(limit),
            None => builder,
        };
        let api = api.build().unwrap();
        // The API's limit: 100 kB.
        let limit = limit.unwrap_or(102_400) as usize;
        let too_large = || too_large("body", limit + 1, "max_json_size");
        api.post_message(APP, CONVERSATION, &message(limit + 1)).send().fails(too_large());
        // The same size with its quotes.
        api.request(Method::PUT, "/v2/x").json(&"x".repeat(limit - 1)).send().fails(too_large());
        api.request(Method::PATCH, "/v2/x").json(&"x".repeat(limit - 1)).send_as::<()>().fails(too_large());
        assert_eq!(server.connections(), 0);

        api.post_message(APP, CONVERSATION, &message(limit)).send().unwrap();
        assert_eq!(server.request().body.len(), limit);
    }
}

#[test]
fn the_limit_of_json_can_be_lifted_and_is_not_that_of_files() {
    let server = Server::handle(|request| match request.path().ends_with("attachments") {
        true => json(201, UPLOADED),
        false => json(201, POSTED),
    });
    let api = server.builder().max_json_size(None).build().unwrap();
    api.post_message(APP, CONVERSATION, &message(300_000)).send().unwrap();
    assert_eq!(server.request().body.len(), 300_000);
    let api = server.builder().max_json_size(10).build().unwrap();
    api.upload_attachment(APP, Upload::bytes("a.txt", "x".repeat(1000))).send().unwrap();
    api.get_user(APP, USER).send().unwrap();
    assert_eq!(server.requests().len(), 3);
}

// Files.

fn zeros(size: usize) -> Vec<u8> {
    vec![0; size]
}

fn reader(size: usize) -> Upload {
    Upload::reader("a.bin", Cursor::new(zeros(size)))
}

#[test]
fn a_file_may_have_as_many_bytes_as_the_limit_and_no_more() {
    const LIMIT: usize = 3000;
    let folder = Folder::new();
    let (file, larger) = (folder.sparse(LIMIT as u64), folder.sparse(LIMIT as u64 + 1));
    for upload in
        [Upload::path(&file), Upload::bytes("a.bin", zeros(LIMIT)), reader(LIMIT).length(LIMIT as u64), reader(LIMIT)]
    {
        let server = Server::always(json(201, UPLOADED));
        let api = server.builder().max_upload_size(LIMIT as u64).build().unwrap();
        api.upload_attachment(APP, upload).send().unwrap();
        let request = server.request();
        assert!(request.body.windows(LIMIT).any(|content| content == zeros(LIMIT)));
        assert!(!request.body.windows(LIMIT + 1).any(|content| content == zeros(LIMIT + 1)));
    }
    for upload in
        [Upload::path(&larger), Upload::bytes("a.bin", zeros(LIMIT + 1)), reader(LIMIT + 1).length(LIMIT as u64 + 1)]
    {
        let server = Server::always(json(201, UPLOADED));
        let api = server.builder().max_upload_size(LIMIT as u64).build().unwrap();
        api.upload_attachment(APP, upload).send().fails(too_large("source", LIMIT + 1, "max_upload_size"));
        assert_eq!(server.connections(), 0);
    }
}

/// An endless reader that counts its bytes.
struct Endless(Arc<AtomicU64>);

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.fetch_add(buffer.len() as u64, Ordering::SeqCst);
        buffer.fill(b'x');
        Ok(buffer.len())
    }
}

#[test]
fn a_reader_beyond_the_limit_stops_the_upload() {
    const LIMIT: u64 = 300_000;
    let server = Server::always(json(201, UPLOADED));
    let api = server.builder().max_upload_size(LIMIT).build().unwrap();
    let given = Arc::new(AtomicU64::new(0));
    for upload in [Upload::reader("a.bin", Endless(Arc::clone(&given))), reader(LIMIT as usize + 1)] {
        // Marking it as idempotent doesn't cause a retry, which would fail in the same way.
        let expected = kind(ErrorKind::TooLarge).parameter("source").message("300000").message("max_upload_size");
        let expected = expected.attempts(1).retryable(false).safe(false);
        api.upload_attachment(APP, upload).idempotent().send().fails(expected);
    }
    assert!((LIMIT..LIMIT + 1_000_000).contains(&given.load(Ordering::SeqCst)), "{given:?}");
    // No request is complete, so the server can't process any.
    assert!(server.requests().is_empty(), "{:#?}", server.requests());
}

#[test]
fn the_default_limit_of_files_is_50_mb() {
    const LIMIT: u64 = 50 * 1024 * 1024;
    let folder = Folder::new();
    let (file, larger) = (folder.sparse(LIMIT), folder.sparse(LIMIT + 1));
    let server = Server::always(json(201, UPLOADED));
    let call = server.client().upload_attachment(APP, Upload::path(&larger));
    call.send().fails(too_large("source", 52_428_801, "52428800"));
    assert_eq!(server.connections(), 0);
    // No server is running, so passing the limit shows as another error.
    let unreachable = UnusedPort::new();
    let builder = || {
        let builder = ApiClient::builder().base_url(unreachable.url()).no_proxy();
        builder.retry(RetryPolicy::none()).timeout(Duration::from_secs(20))
    };
    builder().build().unwrap().upload_attachment(APP, Upload::path(&file)).send().fails(lost());
    let lifted = builder().max_upload_size(None).build().unwrap();
    lifted.upload_attachment(APP, Upload::path(&larger)).send().fails(lost());
}

#[test]
fn the_limit_of_files_can_be_lifted_and_is_not_that_of_json() {
    let server = Server::always(json(201, UPLOADED));
    let api = server.builder().max_upload_size(10).max_upload_size(None).build().unwrap();
    api.upload_attachment(APP, reader(11)).send().unwrap();
    api.upload_attachment(APP, Upload::bytes("a.bin", zeros(11))).send().unwrap();
    let server = Server::always(json(201, POSTED));
    let api = server.builder().max_upload_size(10).build().unwrap();
    api.post_message(APP, CONVERSATION, &message(1000)).send().unwrap();
}

// Headers.

/// Bytes that would end a header's line, or that headers can't contain.
const BAD: [&str; 6] = ["a\r\nX-B: b", "a\nX-B: b", "a\rX-B: b", "a\0", "\u{7f}", "a\r\n"];

#[test]
fn a_client_with_a_header_that_cannot_be_sent_is_not_built() {
    let builder = || ApiClient::builder().subdomain("acme");
    for bad in BAD {
        for (builder, name) in [
            (builder().header("X-A", bad), "X-A"),
            (builder().header("X-Fine", "fine").header("X-A", bad), "X-A"),
            (builder().user_agent(bad), "user_agent"),
            (builder().credentials(Credentials::bearer(bad)), "credentials"),
        ] {
            let error = builder.build().fails(kind(ErrorKind::Configuration).message(name).of(bad));
            assert!(!error.to_string().contains("X-B"), "{bad:?}: {error}");
        }
    }
    for bad in BAD.into_iter().chain(["", "X A", "X:A", "X-Ä"]) {
        let error = builder().header(bad, "fine").build().fails(kind(ErrorKind::Configuration).of(bad));
        assert!(!error.to_string().contains(['\r', '\n', '\0']), "{bad:?}: {error}");
    }
}

#[test]
fn a_call_with_a_header_that_cannot_be_sent_is_not_sent() {
    let server = Server::always(json(200, found(100)));
    let api = server.client();
    for (name, value) in BAD.map(|bad| ("X-A", bad)).into_iter().chain([("X A", "a"), ("", "a"), ("X:A", "a")]) {
        api.get_user(APP, USER).header(name, value).send().fails(invalid(name).message("header"));
    }
    assert_eq!(server.connections(), 0);
    // A tab and a non-ASCII letter are valid.
    api.get_user(APP, USER).header("X-A", "a\tb ä").send().unwrap();
    assert_eq!(server.request().header("x-a"), Some("a\tb ä"));
}
