//! Downloads.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::support::expect::{Fails, api_error, kind, lost};
use crate::support::files::Folder;
use crate::support::gzip::bomb;
use crate::support::server::{KEY_SECRET, Request, Server, Step, response};
use sunshine_conversations::{ApiClient, Credentials, Download, Error, ErrorKind, RetryPolicy, SecretUrl, Upload};
use sunshine_conversations_sandbox::Sandbox;

/// The file that the servers have: no part of it is like another one.
fn content() -> Vec<u8> {
    (0..50_000_u32).flat_map(u32::to_be_bytes).collect()
}

/// A head with exactly these headers, and a body that may be shorter than declared.
fn raw(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("HTTP/1.1 {status} X\r\n").into_bytes();
    for (name, value) in headers {
        bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    bytes.extend_from_slice(b"\r\n");
    bytes.extend_from_slice(body);
    bytes
}

/// A response that declares the file's size, and ends after some bytes.
fn truncated(validators: &[(&str, &str)], bytes: usize) -> Vec<u8> {
    let length = content().len().to_string();
    raw(200, &[&[("Content-Length", length.as_str())], validators].concat(), &content()[..bytes])
}

/// The rest of the file.
fn partial(validators: &[(&str, &str)], from: usize) -> Vec<u8> {
    let range = format!("bytes {from}-{}/{}", content().len() - 1, content().len());
    response(206, &[&[("Content-Range", range.as_str())], validators].concat(), &content()[from..])
}

/// Sends these responses in order, each on a new connection.
fn sequence(responses: Vec<Vec<u8>>) -> Server {
    let next = AtomicUsize::new(0);
    Server::closing(move |_| {
        let response = responses.get(next.fetch_add(1, Ordering::SeqCst));
        (response.expect("no further request").clone(), true)
    })
}

fn at(server: &Server, path: &str) -> String {
    format!("{}{path}", server.url())
}

fn prepared(server: &Server) -> Download {
    server.client().download(at(server, "/a.bin")).unwrap()
}

/// The error in an I/O error.
fn inner(error: io::Error) -> Error {
    *error.into_inner().expect("a cause").downcast::<Error>().expect("an error of the crate")
}

const ETAG: &[(&str, &str)] = &[("ETag", "\"one\"")];
const OTHER_ETAG: &[(&str, &str)] = &[("ETag", "\"two\"")];

#[test]
fn a_download_has_size_media_type_and_name() {
    let headers = [("Content-Type", "image/png"), ("Content-Disposition", "attachment; filename*=UTF-8''a%20b.png")];
    let server = Server::always(response(200, &headers, content()));
    let mut file = server.client().download(at(&server, "/x/y.png?z=1")).unwrap().send().unwrap();
    assert_eq!(file.size(), Some(content().len() as u64));
    assert_eq!((file.media_type(), file.file_name()), (Some("image/png"), "a b.png"));
    assert_eq!(file.headers().get("content-type").unwrap(), "image/png");
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).unwrap();
    assert!(bytes == content());
    let request = server.request();
    assert_eq!((request.method(), request.target()), ("GET", "/x/y.png?z=1"));
    assert_eq!(request.header("accept-encoding"), Some("identity"));
    assert!(request.header("authorization").is_some_and(|value| value.starts_with("Basic ")));
    assert_eq!((request.header("range"), request.header("if-range")), (None, None));

    let server = Server::always(raw(200, &[("Transfer-Encoding", "chunked")], b"3\r\nabc\r\n0\r\n\r\n"));
    let file = server.client().download(at(&server, "/photo.jpg")).unwrap().send().unwrap();
    assert_eq!((file.size(), file.media_type(), file.file_name()), (None, None, "photo.jpg"));
    assert_eq!(file.bytes().unwrap(), b"abc");
}

#[test]
fn all_kinds_of_urls_are_accepted() {
    let server = Server::always(response(200, &[], "x"));
    let (client, url) = (server.client(), at(&server, "/a"));
    #[allow(clippy::needless_borrows_for_generic_args, reason = "the types are tested")]
    let downloads = [
        client.download(url.as_str()),
        client.download(&url),
        client.download(url.clone()),
        client.download(SecretUrl::from(&url)),
        client.download(&SecretUrl::from(&url)),
    ];
    for download in downloads {
        assert_eq!(download.unwrap().bytes().unwrap(), b"x");
    }
}

#[test]
fn invalid_urls_are_rejected_and_not_quoted() {
    let client = ApiClient::builder().subdomain("acme").build().unwrap();
    for url in [
        "https://user:hush@example.com/hush",
        "http://example.com/hush",
        "ftp://example.com/hush",
        "/hush",
        "hush",
        "https://example.com/hush\n",
    ] {
        let error = client.download(url).fails(kind(ErrorKind::InvalidInput).parameter("url"));
        assert!(!format!("{error:?} {error:#?}").contains("hush"), "{error:?}");
    }
    for host in ["https://example.com", "example.com/x", ""] {
        let error =
            ApiClient::builder().subdomain("acme").media_host(host).build().fails(kind(ErrorKind::Configuration));
        assert!(error.to_string().starts_with("`media_host`: invalid host"), "{error}");
    }
}

/// The headers of a request that may contain secrets.
fn has_credentials(request: &Request) -> bool {
    let names = ["authorization", "x-secret", "cookie"];
    let count = names.iter().filter(|name| request.header(name).is_some()).count();
    assert!(count == 0 || count == names.len(), "{}", request.head);
    assert!(request.header("user-agent").is_some_and(|agent| agent.contains("sunshine-conversations")));
    count > 0
}

#[test]
fn only_the_own_host_and_media_hosts_get_credentials() {
    let servers = || Server::always(response(200, &[], "x"));
    let (own, media, other) = (servers(), servers(), servers());
    let builder = own.builder().header("X-Secret", "s").header("Cookie", "a=b");
    let client = builder.media_host(media.url().trim_start_matches("http://")).build().unwrap();
    for (server, expected) in [(&own, true), (&media, true), (&other, false)] {
        client.download(at(server, "/a")).unwrap().bytes().unwrap();
        assert_eq!(has_credentials(&server.request()), expected);
    }
    // Another name of the same machine is another host.
    client.download(format!("http://localhost:{}/a", own.port())).unwrap().bytes().unwrap();
    assert!(!has_credentials(&own.requests()[1]));
}

#[test]
fn redirects_never_take_credentials_to_another_host() {
    let target = || Server::always(response(200, &[("Content-Type", "image/png")], "x"));
    let redirect = |to: String, status: u16| Server::always(response(status, &[("Location", &to)], "moved"));
    for status in [301, 302, 303, 307, 308] {
        let other = target();
        let own = redirect(at(&other, "/signed?sig=s3cret"), status);
        let client = own.builder().header("X-Secret", "s").header("Cookie", "a=b").build().unwrap();
        let file = client.download(at(&own, "/photo.png")).unwrap().send().unwrap();
        assert_eq!((file.file_name(), file.media_type()), ("photo.png", Some("image/png")));
        assert!(has_credentials(&own.request()) && !has_credentials(&other.request()));
        assert_eq!(other.request().target(), "/signed?sig=s3cret");
    }
    // A media host gets them, but not after another host.
    let media = target();
    let (direct, through) = (redirect(at(&media, "/1"), 302), redirect(at(&media, "/2"), 302));
    let start = redirect(at(&through, "/"), 302);
    for (first, expected) in [(&direct, true), (&start, false)] {
        let builder = first.builder().header("X-Secret", "s").header("Cookie", "a=b");
        let client = builder.media_host(format!("127.0.0.1:{}", media.port())).build().unwrap();
        client.download(at(first, "/")).unwrap().bytes().unwrap();
        assert_eq!(has_credentials(media.requests().last().unwrap()), expected);
    }
    // Relative redirects stay on the host.
    let server = Server::handle(|request| match request.path() {
        "/a/b" => response(302, &[("Location", "../c?d=1")], ""),
        _ => response(200, &[], "x"),
    });
    server.client().download(at(&server, "/a/b")).unwrap().bytes().unwrap();
    let last = &server.requests()[1];
    assert_eq!((last.target(), last.header("authorization").is_some()), ("/c?d=1", true));
}

#[test]
fn redirects_are_limited_and_checked() {
    let server = Server::handle(|request| response(302, &[("Location", &format!("{}x", request.path()))], ""));
    let error = prepared(&server).bytes().fails(api_error(302));
    assert_eq!(server.requests().len(), 11);
    assert!(error.to_string().ends_with("302 Found (more than 10 redirects)"), "{error}");
    for (location, message) in [
        ("https://user:hush@example.com/", "invalid redirect: must not contain a user name or password"),
        ("http://example.com/hush", "invalid redirect: refusing plain http; use https or `allow_http(true)`"),
        ("file:///hush", "invalid redirect: invalid URL; expected something like https://example.com/photo.jpg"),
    ] {
        let server = Server::always(response(302, &[("Location", location)], ""));
        let error = prepared(&server).bytes().unwrap_err();
        assert_eq!(error.to_string(), format!("GET /a.bin: 302 Found ({message})"));
        assert!(!format!("{error:?}").contains("hush"));
    }
    let server = Server::always(response(302, &[], ""));
    prepared(&server).bytes().fails(api_error(302));
}

#[test]
fn a_file_appears_when_it_is_complete() {
    let (folder, server) = (Folder::new(), Server::always(response(200, &[], content())));
    let path = folder.0.join("a.bin");
    let beside = folder.0.clone();
    let during = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&during);
    let download = prepared(&server).on_progress(move |_, _| {
        let names = fs::read_dir(&beside).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        seen.lock().unwrap().extend(names);
    });
    assert_eq!(download.to_path(&path).unwrap(), content().len() as u64);
    assert!(fs::read(&path).unwrap() == content());
    assert_eq!(folder.names(), ["a.bin"]);
    let during = during.lock().unwrap();
    assert!(!during.is_empty() && during.iter().all(|name| name.ends_with(".part")), "{during:?}");

    // An existing file isn't replaced by accident, and nothing is sent.
    fs::write(&path, "mine").unwrap();
    prepared(&server).to_path(&path).fails(kind(ErrorKind::Download).message("a.bin already exists"));
    assert_eq!(server.requests().len(), 1);
    // It may also appear during the download.
    let file = prepared(&server).send().unwrap();
    file.to_path(&path).fails(kind(ErrorKind::Download));
    assert_eq!((fs::read(&path).unwrap(), folder.names().len()), (b"mine".to_vec(), 1));
    prepared(&server).overwrite(true).to_path(&path).unwrap();
    assert!(fs::read(&path).unwrap() == content() && folder.names().len() == 1);
    let error = prepared(&server).to_path(folder.0.join("none/a.bin")).unwrap_err();
    assert!(error.to_string().contains("could not be written: "), "{error}");
}

#[test]
fn a_folder_keeps_files_of_the_same_name_apart() {
    let folder = Folder::new();
    let headers = [("Content-Disposition", "attachment; filename=\"../../photo.jpg\"")];
    let server = Server::always(response(200, &headers, "x"));
    for name in ["photo.jpg", "photo (2).jpg", "photo (3).jpg"] {
        assert_eq!(prepared(&server).to_folder(&folder.0).unwrap(), folder.0.join(name));
    }
    assert_eq!(folder.names(), ["photo (2).jpg", "photo (3).jpg", "photo.jpg"]);
}

#[test]
fn a_lost_connection_is_continued() {
    let date = [("Last-Modified", "Fri, 27 Nov 2026 05:00:00 GMT"), ("Date", "Fri, 27 Nov 2026 06:00:00 GMT")];
    for (validators, if_range) in [(ETAG, "\"one\""), (&date[..], "Fri, 27 Nov 2026 05:00:00 GMT")] {
        let responses = || vec![truncated(validators, 70_001), partial(validators, 70_001)];
        let server = sequence(responses());
        let mut bytes = Vec::new();
        let mut file = prepared(&server).send().unwrap();
        file.read_to_end(&mut bytes).unwrap();
        assert!(bytes == content() && file.size() == Some(content().len() as u64));
        let requests = server.requests();
        assert_eq!(requests.len(), 2);
        assert_eq!(requests[1].header("range"), Some("bytes=70001-"));
        assert_eq!(requests[1].header("if-range"), Some(if_range));
        assert!(requests[1].header("authorization").is_some());
        // To a file, in the same way.
        let (folder, server) = (Folder::new(), sequence(responses()));
        prepared(&server).to_path(folder.0.join("a")).unwrap();
        assert!(fs::read(folder.0.join("a")).unwrap() == content());
    }
    // The number of retries is that of the download, not of each request.
    let next = AtomicUsize::new(0);
    let server = Server::closing(move |_| match next.fetch_add(1, Ordering::SeqCst) {
        0 => (truncated(ETAG, 1000), true),
        count => {
            let mut response = partial(ETAG, 1000 * count);
            response.truncate(response.len() - (content().len() - 1000 * (count + 1)));
            (response, true)
        }
    });
    prepared(&server).bytes().fails(lost().attempts(3));
    prepared(&sequence(vec![truncated(ETAG, 10)])).retry(RetryPolicy::none()).bytes().fails(lost().attempts(1));
}

#[test]
fn two_versions_of_a_file_are_never_mixed() {
    // Shorter than the part that has already arrived.
    let other: Vec<u8> = content().iter().rev().take(90_000).copied().collect();
    let complete = || response(200, OTHER_ETAG, &other);
    let second = [("Last-Modified", "Fri, 27 Nov 2026 05:00:00 GMT"), ("Date", "Fri, 27 Nov 2026 05:00:00 GMT")];
    for first in [&second, ETAG, &[], &[("ETag", "W/\"two\"")], &[("Last-Modified", "Fri, 27 Nov 2026 05:00:00 GMT")]] {
        let responses = || vec![truncated(first, 100_000), complete()];
        // A file starts again, and so does its progress.
        let (folder, server) = (Folder::new(), sequence(responses()));
        let calls = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&calls);
        let download = prepared(&server).on_progress(move |bytes, _| seen.lock().unwrap().push(bytes));
        download.to_path(folder.0.join("a")).unwrap();
        assert!(fs::read(folder.0.join("a")).unwrap() == other);
        let calls = calls.lock().unwrap();
        assert!(calls.contains(&0) && calls.last() == Some(&(other.len() as u64)), "{calls:?}");
        assert!(prepared(&sequence(responses())).bytes().unwrap() == other);
        // Only a strong validator allows a range.
        let has_range = server.requests()[1].header("range").is_some();
        assert_eq!(has_range, first == ETAG);

        // A reader can't start again.
        let server = sequence(responses());
        let mut file = prepared(&server).send().unwrap();
        let mut bytes = Vec::new();
        let error = file.read_to_end(&mut bytes).unwrap_err();
        assert!(bytes == content()[..100_000]);
        let error = inner(error);
        match first == ETAG {
            true => assert_eq!(error.kind(), ErrorKind::Download, "{error}"),
            false => assert!(error.to_string().contains("not retried: the server can't continue"), "{error}"),
        }
        // The end of the file can't be mistaken for success.
        assert!(file.read(&mut [0; 10]).is_err());
        let mut written = Vec::new();
        assert!(prepared(&sequence(responses())).to_writer(&mut written).is_err());
        assert!(written == content()[..100_000]);
    }
}

#[test]
fn a_server_without_ranges_sends_the_same_file_again() {
    let server = sequence(vec![truncated(ETAG, 100_000), response(200, ETAG, content())]);
    let mut bytes = Vec::new();
    prepared(&server).to_writer(&mut bytes).unwrap();
    assert!(bytes == content());
    // The same `ETag` with another size.
    let server = sequence(vec![truncated(ETAG, 100_000), response(200, ETAG, "x")]);
    assert_eq!(prepared(&server).bytes().unwrap(), b"x");
    // The file is shorter now.
    let responses = || vec![truncated(ETAG, 100_000), response(416, &[], ""), response(200, OTHER_ETAG, "x")];
    assert_eq!(prepared(&sequence(responses())).bytes().unwrap(), b"x");
    prepared(&sequence(responses())).to_writer(io::sink()).fails(kind(ErrorKind::Download));
}

#[test]
fn a_wrong_part_is_an_error() {
    let (size, from) = (content().len(), 100_000);
    let right = format!("bytes {from}-{}/{size}", size - 1);
    let body = || content()[from..].to_vec();
    let folder = Folder::new();
    for (headers, body) in [
        (vec![], body()),
        (vec![("Content-Range", format!("bytes 0-{}/{size}", size - 1))], content()),
        (vec![("Content-Range", format!("bytes {}-{}/{size}", from + 1, size - 1))], content()[from + 1..].to_vec()),
        (vec![("Content-Range", format!("bytes {}-{}/{size}", from + 4, size - 1))], body()),
        (vec![("Content-Range", format!("bytes {from}-{}/{size}", size - 2))], content()[from..size - 1].to_vec()),
        (vec![("Content-Range", format!("bytes {from}-{}/{}", size - 1, size + 1))], body()),
        (vec![("Content-Range", format!("bytes {from}-{size}/*"))], [body(), vec![0]].concat()),
        (vec![("Content-Range", format!("items {from}-{}/{size}", size - 1))], body()),
        (vec![("Content-Range", "bytes x".to_owned())], body()),
        (vec![("Content-Range", right.clone())], content()[from..size - 1].to_vec()),
        (vec![("Content-Range", right.clone()), ("ETag", "\"two\"".to_owned())], body()),
        (vec![("Content-Range", right.clone()), ("Content-Encoding", "br".to_owned())], body()),
    ] {
        let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let server = sequence(vec![truncated(ETAG, from), response(206, &headers, &body)]);
        prepared(&server).to_path(folder.0.join("a")).fails(kind(ErrorKind::Download).attempts(2));
        assert!(folder.names().is_empty(), "{headers:?}");
    }
    let server = sequence(vec![truncated(ETAG, from), response(206, &[("Content-Range", &right)], body())]);
    assert!(prepared(&server).bytes().unwrap() == content());
    // A reader that failed stays failed, and sends nothing.
    let wrong = response(206, &[("Content-Range", "bytes x")], body());
    let server = sequence(vec![truncated(ETAG, from), wrong, partial(ETAG, from)]);
    let mut file = prepared(&server).send().unwrap();
    for _ in 0..2 {
        assert!(io::copy(&mut file, &mut io::sink()).is_err());
        assert_eq!(server.requests().len(), 2);
    }
    // A part that wasn't requested.
    let error = prepared(&sequence(vec![partial(ETAG, 0)])).bytes().unwrap_err();
    assert!(error.to_string().contains("206: the server sent part of the file, which wasn't requested"), "{error}");
}

#[test]
fn the_size_is_limited() {
    let folder = Folder::new();
    let size = content().len() as u64;
    let declared = || Server::always(response(200, &[], content()));
    let undeclared = || Server::closing(|_| (raw(200, &[("Connection", "close")], &content()), true));
    for server in [declared(), undeclared()] {
        prepared(&server)
            .max_size(size - 1)
            .to_path(folder.0.join("a"))
            .fails(kind(ErrorKind::TooLarge).attempts(1).message(format!("the file exceeds {} bytes", size - 1)));
        assert!(folder.names().is_empty());
        let mut file = prepared(&server).max_size(size).send().unwrap();
        assert_eq!(io::copy(&mut file, &mut io::sink()).unwrap(), size);
        assert_eq!(file.read(&mut [0; 10]).unwrap(), 0);
        assert!(prepared(&server).max_size(None).bytes().unwrap() == content());
    }
    let server = undeclared();
    let mut file = prepared(&server).max_size(1000).send().unwrap();
    assert_eq!(io::copy(&mut file, &mut io::sink()).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    assert!(file.read(&mut [0; 10]).is_err(), "more of a file that is too large");
    prepared(&declared()).max_size(0).send().fails(kind(ErrorKind::TooLarge));
    // The client's limit of responses doesn't apply.
    let server = declared();
    let client = server.builder().max_response_size(10).build().unwrap();
    assert!(client.download(at(&server, "/a")).unwrap().bytes().unwrap() == content());
    // The default.
    let server = Server::always(raw(200, &[("Content-Length", "104857601")], b""));
    prepared(&server).send().fails(kind(ErrorKind::TooLarge));
}

#[test]
fn compressed_files_are_decoded_or_rejected() {
    // "hello, hello, hello"
    let compressed = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xcb\x48\xcd\xc9\xc9\xd7\x51\xc8\x40\xa2\x00\x9f\xa1\xca\x09\x13\x00\x00\x00";
    let server = Server::always(response(200, &[("Content-Encoding", "gzip"), ETAG[0]], compressed));
    let file = prepared(&server).send().unwrap();
    assert_eq!((file.size(), file.bytes().unwrap()), (None, b"hello, hello, hello".to_vec()));
    // Lost, it starts again, because a range would be one of the compressed bytes.
    let length = compressed.len().to_string();
    let head = [("Content-Encoding", "gzip"), ("Content-Length", length.as_str()), ETAG[0]];
    let server = sequence(vec![raw(200, &head, &compressed[..20]), raw(200, &head, compressed)]);
    assert_eq!(prepared(&server).bytes().unwrap(), b"hello, hello, hello");
    assert_eq!(server.requests()[1].header("range"), None);
    let server = Server::always(response(200, &[("Content-Encoding", "gzip")], bomb(1)));
    prepared(&server).max_size(1000).bytes().fails(kind(ErrorKind::TooLarge));
    let server = Server::always(response(200, &[("Content-Encoding", "br")], "x"));
    prepared(&server).bytes().fails(kind(ErrorKind::Download));
    let server = Server::always(response(200, &[("Content-Encoding", "identity")], "x"));
    assert_eq!(prepared(&server).bytes().unwrap(), b"x");
}

#[test]
fn failures_are_retried_within_the_timeout() {
    let server =
        sequence(vec![response(503, &[], ""), response(429, &[("Retry-After", "0")], ""), response(200, &[], "x")]);
    assert_eq!(prepared(&server).bytes().unwrap(), b"x");
    let server = Server::always(response(404, &[], "<html>"));
    let error = prepared(&server).bytes().fails(api_error(404).body("<html>"));
    assert_eq!(error.operation(), Some("download"));
    assert_eq!((server.requests().len(), error.path()), (1, Some("/a.bin")));
    // A server that doesn't send the headers, and one that doesn't send the file.
    let head = raw(200, &[("Content-Length", "1000")], b"");
    let drip = || Step::Drip(Duration::from_millis(200), [head.clone(), vec![b'x'; 1000]].concat());
    for steps in [
        vec![Step::Silence],
        vec![drip()],
        vec![Step::RespondAfter(Duration::from_millis(1), head.clone()), Step::Silence],
    ] {
        let server = Server::script(vec![steps]);
        prepared(&server)
            .timeout(Duration::from_millis(300))
            .bytes()
            .fails(kind(ErrorKind::Timeout).message("timed out after 300ms (timeout)"));
    }
    // The headers of an attempt.
    let server = Server::script(vec![vec![Step::Silence], vec![Step::Respond(response(200, &[], "x"))]]);
    let policy = RetryPolicy::new().attempt_timeout(Duration::from_millis(200));
    assert_eq!(prepared(&server).retry(policy).bytes().unwrap(), b"x");
    for invalid in [
        prepared(&server).timeout(Duration::ZERO),
        prepared(&server).retry(RetryPolicy::new().attempt_timeout(Duration::ZERO)),
    ] {
        invalid.send().fails(kind(ErrorKind::InvalidInput));
    }
}

#[test]
fn missing_credentials_are_explained() {
    let other = Server::always(response(401, &[], ""));
    let own = Server::always(response(200, &[], ""));
    let error = own.client().download(at(&other, "/a")).unwrap().bytes().unwrap_err();
    let host = other.url();
    assert!(error.to_string().contains(&format!("credentials aren't sent to {host}; if it is a host of")), "{error}");
    let client = ApiClient::builder().base_url(other.url()).no_proxy().build().unwrap();
    let error = client.download(at(&other, "/a")).unwrap().bytes().unwrap_err();
    assert!(error.to_string().contains("the client doesn't have credentials"), "{error}");
}

#[test]
fn signatures_are_masked() {
    let body = format!("<Error>the signature S1gn4ture and {KEY_SECRET} of k%2Fy</Error>");
    let storage = Server::always(response(403, &[], &body));
    let location = at(&storage, "/file?X-Amz-Signature=S1gn4ture&policy=k%2Fy-v4lue");
    let server = Server::always(response(302, &[("Location", &location)], ""));
    let download = server.client().download(at(&server, "/a?sig=0wnS1g")).unwrap();
    assert!(!format!("{download:?}").contains("0wnS1g"));
    let error = download.send().unwrap_err();
    let printed = format!("{error} {error:?} {error:#?} {:?}", error.body());
    for secret in ["S1gn4ture", "0wnS1g", "k%2Fy-v4lue", KEY_SECRET] {
        assert!(!printed.contains(secret), "{printed}");
    }
    assert!(printed.contains("the signature *** and ***"), "{printed}");
    assert_eq!(error.path(), Some("/a"));
    let server = Server::always(response(200, &[], "x"));
    let file = server.client().download(at(&server, "/a?sig=0wnS1g")).unwrap().send().unwrap();
    assert!(!format!("{file:?}").contains("0wnS1g"));
}

#[test]
fn a_panic_of_the_callback_leaves_nothing_behind() {
    let (folder, server) = (Folder::new(), Server::always(response(200, &[], content())));
    let client = server.client();
    let download = client.download(at(&server, "/a")).unwrap().on_progress(|_, _| panic!("stopped by the test"));
    let path = folder.0.join("a");
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| download.to_path(&path))).is_err());
    assert!(folder.names().is_empty());
    client.download(at(&server, "/a")).unwrap().to_path(&path).unwrap();
    assert!(Path::new(&path).exists());
}

#[test]
fn private_attachments_of_the_sandbox_need_the_key() {
    for is_private in [false, true] {
        let builder = Sandbox::builder();
        let builder = if is_private { builder.private_attachments() } else { builder };
        let sandbox = builder.start().unwrap();
        let client = |credentials: Option<Credentials>| {
            let builder = ApiClient::builder().base_url(sandbox.base_url()).no_proxy();
            credentials
                .into_iter()
                .fold(builder, |builder, credentials| builder.credentials(credentials))
                .build()
                .unwrap()
        };
        let key = Credentials::basic(sandbox.key_id(), sandbox.key_secret());
        let app = client(Some(key)).app(sandbox.app_id());
        let url = app.upload_attachment(Upload::bytes("süß 1.png", content())).send().unwrap().attachment.media_url;
        let file = app.client().download(&url).unwrap().send().unwrap();
        assert_eq!((file.file_name(), file.media_type()), ("süß 1.png", Some("image/png")));
        assert!(file.bytes().unwrap() == content());
        let account = Credentials::basic(sandbox.account_key_id(), sandbox.account_key_secret());
        assert!(client(Some(account)).download(&url).unwrap().bytes().is_ok());
        for credentials in [None, Some(Credentials::basic(sandbox.key_id(), "wrong"))] {
            let status = client(credentials).download(&url).unwrap().bytes().err().and_then(|error| error.status());
            assert_eq!(status, is_private.then_some(401));
        }
        // Another app.
        let account = client(Some(Credentials::basic(sandbox.account_key_id(), sandbox.account_key_secret())));
        let body = sunshine_conversations::models::AppCreateBody::new("Other");
        let other = account.create_app(&body).send().unwrap().app.id;
        let body = sunshine_conversations::models::AppKeyCreateBody::new("key");
        let key = account.create_app_key(&other, &body).send().unwrap().key;
        let client = client(Some(Credentials::basic(key.id.as_str(), key.secret.unwrap().expose())));
        let status = client.download(&url).unwrap().bytes().err().and_then(|error| error.status());
        assert_eq!(status, is_private.then_some(403));
    }
}
