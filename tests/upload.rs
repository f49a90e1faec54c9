//! File uploads.

use std::fs;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::support::expect::{Fails, api_error, kind};
use crate::support::files::Folder;
use crate::support::server::{APP, Gate, Request, Server, Step, json, response};
use sunshine_conversations::{ErrorKind, RetryPolicy, Upload};

const UPLOADED: &str = r#"{"attachment":{"mediaUrl":"https://example.com/a.txt","mediaType":"text/plain"}}"#;

fn server() -> Server {
    Server::always(json(201, UPLOADED))
}

/// Uploads, and returns the headers and the content of the part.
fn sent(upload: impl Into<Upload>) -> (String, Vec<u8>, Request) {
    let server = server();
    let response = server.client().upload_attachment(APP, upload).send().unwrap();
    assert_eq!(response.attachment.media_url, "https://example.com/a.txt");
    let request = server.request();
    assert_eq!((request.method(), request.path()), ("POST", format!("/v2/apps/{APP}/attachments").as_str()));
    let part = request.part();
    (part.headers, part.content, request)
}

#[test]
fn a_file_is_uploaded_by_path() {
    let folder = Folder::new();
    let content: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    let path = folder.file("photo.JPG", &content);
    let text = path.to_str().unwrap();
    let ways: [Upload; 4] = [Upload::path(text), path.as_path().into(), path.clone().into(), Upload::path(&path)];
    for upload in ways {
        let (headers, received, request) = sent(upload);
        assert_eq!(
            headers,
            "Content-Disposition: form-data; name=\"source\"; filename=\"photo.JPG\"\r\nContent-Type: image/jpeg"
        );
        assert!(received == content, "{} bytes", received.len());
        assert_eq!(request.header("content-length"), Some(request.body.len().to_string().as_str()));
        assert_eq!(request.header("transfer-encoding"), None);
    }
}

/// Yields a byte at a time.
struct Slow(Cursor<Vec<u8>>);

impl Read for Slow {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let one = buffer.len().min(1);
        self.0.read(&mut buffer[..one])
    }
}

#[test]
fn content_of_known_length_is_sent_with_it_and_other_content_in_chunks() {
    let text: String = (0..50_000).map(|number| format!("{number}\n")).collect();
    let reader = |text: &str| Upload::reader("voice.ogg", Cursor::new(text.to_owned().into_bytes()));
    let two = Cursor::new(text.clone().into_bytes()).chain(Cursor::new("end"));
    let slow = || Upload::reader("a.bin", Slow(Cursor::new(vec![b'x'; 1000])));
    for (upload, has_length, expected) in [
        (Upload::bytes("report.csv", b"id;name\r\n\r\n".as_slice()), true, "id;name\r\n\r\n"),
        (Upload::bytes("empty.txt", Vec::new()), true, ""),
        (reader("hello").length(5), true, "hello"),
        (reader(&text), false, &text),
        (Upload::reader("voice", two), false, &format!("{text}end")),
        (slow(), false, &"x".repeat(1000)),
        (slow().length(1000), true, &"x".repeat(1000)),
    ] {
        let (_, content, request) = sent(upload);
        assert!(content == expected.as_bytes(), "{}", request.head);
        let length = request.body.len().to_string();
        assert_eq!(request.header("content-length"), has_length.then_some(length.as_str()));
        assert_eq!(request.header("transfer-encoding"), (!has_length).then_some("chunked"));
    }
}

// Special files.

/// A path like those of process substitution: the reading end of a pipe.
#[cfg(unix)]
fn pipe(content: &'static [u8]) -> (impl Sized, String) {
    use std::io::Write as _;
    use std::os::fd::AsRawFd as _;

    let (reader, mut writer) = io::pipe().unwrap();
    std::thread::spawn(move || writer.write_all(content));
    let path = format!("/dev/fd/{}", reader.as_raw_fd());
    (reader, path)
}

#[cfg(unix)]
#[test]
fn a_pipe_is_sent_in_chunks() {
    const CONTENT: &[u8] = &[b'p'; 200_000];
    let (_reader, path) = pipe(CONTENT);
    let (headers, content, request) = sent(Upload::path(path).file_name("a.csv"));
    assert!(headers.contains("filename=\"a.csv\""), "{headers}");
    assert!(content == CONTENT, "{} bytes", content.len());
    assert_eq!((request.header("transfer-encoding"), request.header("content-length")), (Some("chunked"), None));

    let (_reader, path) = pipe(b"12345");
    let (_, content, request) = sent(Upload::path(path).file_name("a.csv").length(5));
    assert_eq!(content, b"12345");
    assert_eq!(request.header("content-length"), Some(request.body.len().to_string().as_str()));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_sent_again() {
    let (_reader, path) = pipe(b"once");
    let server = Server::script(vec![vec![Step::Respond(response(503, &[("Retry-After", "0")], ""))]]);
    let client = server.builder().retry(RetryPolicy::new().max_retries(2)).build().unwrap();
    let call = client.upload_attachment(APP, Upload::path(path).file_name("a.csv")).idempotent();
    call.send().fails(api_error(503).attempts(1));
    assert_eq!(server.connections(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn files_without_the_size_of_their_content_are_sent() {
    // `/proc` declares no size, and `/sys` a page.
    for path in ["/proc/version", "/proc/self/cmdline", "/sys/kernel/uevent_seqnum", "/sys/kernel/mm/ksm/run"] {
        let Ok(expected) = fs::read(path) else { continue };
        let (_, content, _) = sent(Upload::path(path));
        assert_eq!(content, expected, "{path}");
    }
    // More than is read in advance.
    let expected = fs::read("/proc/kallsyms").unwrap_or_default();
    if expected.len() > 100_000 {
        let (_, content, request) = sent(Upload::path("/proc/kallsyms"));
        assert!(content == expected, "{} of {} bytes", content.len(), expected.len());
        assert_eq!(request.header("transfer-encoding"), Some("chunked"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_endless_device_stops_at_the_limit() {
    let server = server();
    let api = server.builder().max_upload_size(100_000).build().unwrap();
    let result = api.upload_attachment(APP, Upload::path("/dev/zero")).send();
    result.fails(kind(ErrorKind::TooLarge).parameter("source"));
    assert!(server.requests().is_empty());
}

// Names.

#[test]
fn file_names_are_escaped() {
    let cases = [
        ("say \"hi\".txt", "say %22hi%22.txt"),
        ("a\r\nX-Evil: 1\r\n\r\nb.txt", "a%0D%0AX-Evil: 1%0D%0A%0D%0Ab.txt"),
        ("a\nb\rc.txt", "a%0Ab%0Dc.txt"),
        ("größe ☃.txt", "größe ☃.txt"),
        ("a;b=c, d.txt", "a;b=c, d.txt"),
        ("back\\slash.txt", "back%5Cslash.txt"),
        ("\\\".txt", "%5C%22.txt"),
        ("a\0b.txt", "a%00b.txt"),
        ("\u{1b}[31mred.txt", "%1B[31mred.txt"),
        ("tab\tdel\u{7f}.txt", "tab%09del%7F.txt"),
        ("next\u{85}line.txt", "next%C2%85line.txt"),
        ("100%.txt", "100%.txt"),
    ];
    for (name, encoded) in cases {
        let (headers, content, _) = sent(Upload::bytes(name, "abc"));
        let lines: Vec<&str> = headers.split("\r\n").collect();
        assert_eq!(lines.len(), 2, "{headers}");
        assert_eq!(lines[0], format!("Content-Disposition: form-data; name=\"source\"; filename=\"{encoded}\""));
        assert_eq!(lines[1], "Content-Type: text/plain");
        assert_eq!(content, b"abc");
    }
}

#[test]
fn the_file_name_can_be_set() {
    let folder = Folder::new();
    let path = folder.file("größe \"1\".tmp", b"abc");
    let (headers, ..) = sent(path.clone());
    assert!(headers.contains("filename=\"größe %221%22.tmp\""), "{headers}");
    let (headers, ..) = sent(Upload::path(path).file_name("photo.png"));
    assert!(headers.contains("filename=\"photo.png\"") && headers.ends_with("image/png"), "{headers}");
}

#[test]
fn the_folder_of_a_file_is_not_sent() {
    let folder = Folder::new();
    let (_, _, request) = sent(folder.file("a.txt", b"abc"));
    assert!(!request.raw.contains(folder.0.file_name().unwrap().to_str().unwrap()), "{}", request.raw);
}

// Media types.

#[test]
fn the_media_type_is_derived_from_the_name_or_set() {
    for (name, media_type) in [
        ("a.jpg", "image/jpeg"),
        ("a.b.PNG", "image/png"),
        ("a.mp4", "video/mp4"),
        ("a.pdf", "application/pdf"),
        ("a.tar.gz", "application/gzip"),
        ("a.TGZ", "application/gzip"),
        ("a.tar", "application/x-tar"),
        ("a.xml", "application/xml"),
        ("a.md", "text/markdown"),
        ("a.tiff", "image/tiff"),
        ("a.odt", "application/vnd.oasis.opendocument.text"),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a", "application/octet-stream"),
        ("a.unheard-of", "application/octet-stream"),
        ("jpg", "application/octet-stream"),
        (".jpg", "image/jpeg"),
        ("a.", "application/octet-stream"),
    ] {
        let (headers, ..) = sent(Upload::bytes(name, "abc"));
        assert!(headers.ends_with(&format!("\r\nContent-Type: {media_type}")), "{name}: {headers}");
    }
    let (headers, ..) = sent(Upload::bytes("a.jpg", "abc").media_type("text/plain; charset=utf-8"));
    assert!(headers.ends_with("Content-Type: text/plain; charset=utf-8"), "{headers}");
}

// Rejected files.

#[test]
fn files_that_cannot_be_sent_are_rejected_before_sending() {
    let folder = Folder::new();
    let server = server();
    let bytes = || Upload::bytes("a.txt", "abc");
    let (unreadable, invalid) = (ErrorKind::Upload, ErrorKind::InvalidInput);
    for (upload, kind_of_error, message) in [
        (Upload::path(folder.0.join("missing.jpg")), unreadable, "missing.jpg"),
        (Upload::path(&folder.0), unreadable, "could not be read"),
        (Upload::path("..").file_name("a.txt"), unreadable, "could not be read"),
        (Upload::path(folder.file("a.txt", b"a").join("b.txt")), unreadable, "could not be read"),
        (Upload::path(Path::new("/")), invalid, "source"),
        (Upload::path(""), invalid, "source"),
        (Upload::path(".."), invalid, "source"),
        (Upload::bytes("", "abc"), invalid, "missing file name"),
        (bytes().media_type(""), invalid, "media type"),
        (bytes().media_type("image"), invalid, "media type"),
        (bytes().media_type("text/plain\r\nX-Evil: 1"), invalid, "media type"),
        (bytes().media_type("text/plain\0"), invalid, "media type"),
        (bytes().media_type("text/größe"), invalid, "media type"),
        (bytes().media_type("a\n/b"), invalid, "media type"),
    ] {
        let expected = kind(kind_of_error).parameter("source").retryable(false).message(message);
        let error = server.client().upload_attachment(APP, upload).send().fails(expected);
        assert_eq!(error.operation(), Some("UploadAttachment"));
    }
    assert_eq!(server.connections(), 0);
}

#[test]
fn the_cause_of_a_rejected_file_is_kept() {
    let error = server().client().upload_attachment(APP, Upload::path("/no/such/file.jpg")).send().unwrap_err();
    let source = std::error::Error::source(&error).expect("a cause");
    let cause = source.downcast_ref::<io::Error>().expect("an error of the file system");
    assert_eq!(cause.kind(), io::ErrorKind::NotFound);
}

// Parameters.

#[test]
fn access_defaults_to_public() {
    let (_, _, request) = sent(Upload::bytes("a.txt", "abc"));
    assert_eq!(request.query(), [("access".to_owned(), "public".to_owned())]);
    let server = server();
    let call = server.client().upload_attachment(APP, Upload::bytes("a.txt", "abc"));
    call.access("private").used_for("message").conversation_id("c 1").send().unwrap();
    let request = server.request();
    assert_eq!(request.parameter("access").as_deref(), Some("private"));
    assert_eq!(request.parameter("for").as_deref(), Some("message"));
    assert_eq!(request.parameter("conversationId").as_deref(), Some("c 1"));
}

#[test]
fn boundaries_differ() {
    let boundary = || sent(Upload::bytes("a.txt", "abc")).2.header("content-type").unwrap().to_owned();
    assert_ne!(boundary(), boundary());
}

// Faulty readers.

struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the disk is on fire"))
    }
}

/// The cause of a failure decides whether a program retries: here, it isn't the connection. A surplus that is shorter than
/// the end of the form would replace it.
#[test]
fn a_faulty_reader_is_an_error_and_no_request_is_complete() {
    let reader = |text: String| Upload::reader("a.bin", Cursor::new(text.into_bytes()));
    for (upload, message) in [
        (Upload::reader("a.bin", Broken), "the disk is on fire"),
        (Upload::reader("a.bin", Broken).length(100), "the disk is on fire"),
        (reader("four".to_owned()).length(100), "it ends after 4 of"),
        (reader("x".repeat(200_000)).length(4), ""),
        (reader("12345".to_owned()).length(4), ""),
    ] {
        let server = server();
        let expected = kind(ErrorKind::Upload).parameter("source").retryable(false).message(message);
        server.client().upload_attachment(APP, upload).send().fails(expected);
        assert!(server.requests().is_empty(), "part of a file was accepted as complete");
    }
}

/// No attempt can follow, so the attempt timeout doesn't apply.
#[test]
fn a_reader_may_use_the_full_timeout() {
    let slow = || vec![Step::RespondAfter(Duration::from_millis(1500), json(201, UPLOADED))];
    let policy = RetryPolicy::new().max_retries(1).attempt_timeout(Duration::from_millis(500));
    // A second connection gets no response.
    let server = Server::script(vec![slow()]);
    let api = server.builder().retry(policy.clone()).build().unwrap();
    api.upload_attachment(APP, Upload::reader("a.txt", Cursor::new("abc"))).idempotent().send().unwrap();
    assert_eq!(server.connections(), 1);
    // Bytes can be sent again: the attempt timeout applies to the first attempt, but not to the last.
    let server = Server::script(vec![vec![Step::Silence], slow()]);
    let api = server.builder().retry(policy).build().unwrap();
    api.upload_attachment(APP, Upload::bytes("a.txt", "abc")).idempotent().send().unwrap();
    assert_eq!(server.connections(), 2);
}

#[test]
fn an_upload_prints_neither_its_content_nor_its_folder() {
    let printed = format!("{:?} {:?}", Upload::bytes("a.txt", "content"), Upload::path("/secret-folder/b.txt"));
    assert!(printed.contains("a.txt") && printed.contains("b.txt"), "{printed}");
    assert!(!printed.contains("content\"") && !printed.contains("secret-folder"), "{printed}");
}

type Calls = Arc<Mutex<Vec<(u64, Option<u64>)>>>;

/// A callback that records its arguments.
fn recorder() -> (Calls, impl FnMut(u64, Option<u64>) + Send + 'static) {
    let calls = Calls::default();
    let recorded = Arc::clone(&calls);
    (calls, move |sent, total| recorded.lock().unwrap().push((sent, total)))
}

#[test]
fn progress_is_reported_up_to_the_last_byte() {
    let size = 300_000;
    for (length, total) in [(Some(size), Some(size)), (None, None)] {
        let server = server();
        let (calls, callback) = recorder();
        let upload = Upload::reader("a", Cursor::new(vec![b'x'; 300_000])).on_progress(callback);
        let upload = if let Some(length) = length { upload.length(length) } else { upload };
        server.client().upload_attachment(APP, upload).send().unwrap();
        let calls = calls.lock().unwrap();
        assert_eq!((calls[0], calls[calls.len() - 1]), ((0, total), (size, total)));
        assert!(calls.len() > 3 && calls.is_sorted_by(|a, b| a.0 < b.0 && a.1 == b.1), "{calls:?}");
    }
}

#[test]
fn progress_restarts_with_a_retry() {
    let steps = || vec![Step::Respond(json(503, "")), Step::Respond(json(201, UPLOADED))];
    let server = Server::script(vec![steps()]);
    let (calls, callback) = recorder();
    let upload = Upload::bytes("a", b"four".as_slice()).on_progress(callback);
    server.client().upload_attachment(APP, upload).idempotent().send().unwrap();
    assert_eq!(*calls.lock().unwrap(), [(0, Some(4)), (4, Some(4)), (0, Some(4)), (4, Some(4))]);
}

#[test]
fn a_panic_of_the_callback_leaves_the_client_usable() {
    let server = server();
    let client = server.client();
    for at in [0, 1] {
        let upload = Upload::bytes("a", vec![b'x'; 100_000])
            .on_progress(move |sent, _| assert!(sent < at, "stopped by the test"));
        let call = client.upload_attachment(APP, upload);
        let sent = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| call.send()));
        assert!(sent.is_err(), "{at}");
        client.upload_attachment(APP, Upload::bytes("b", b"b".as_slice())).send().unwrap();
    }
}

// Memory.

const MEGABYTE: usize = 1 << 20;
/// Several times as large as the buffers of the operating system.
const SIZE: usize = 50 * MEGABYTE;

/// Yields zeros, and counts them.
struct Counted {
    left: usize,
    given: Arc<AtomicUsize>,
    largest: Arc<AtomicUsize>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.largest.fetch_max(buffer.len(), Ordering::SeqCst);
        let count = buffer.len().min(self.left);
        buffer[..count].fill(b'.');
        self.left -= count;
        self.given.fetch_add(count, Ordering::SeqCst);
        Ok(count)
    }
}

#[test]
fn a_large_upload_is_not_read_into_memory() {
    for known_length in [true, false] {
        let gate = Gate::default();
        let uploaded = json(201, r#"{"attachment":{"mediaUrl":"https://example.com/a"}}"#);
        let server = Server::script(vec![vec![Step::Hold(MEGABYTE, gate.clone(), uploaded)]]);
        let given = Arc::new(AtomicUsize::new(0));
        let largest = Arc::new(AtomicUsize::new(0));
        let reader = Counted { left: SIZE, given: Arc::clone(&given), largest: Arc::clone(&largest) };
        let mut upload = Upload::reader("big.bin", reader);
        if known_length {
            upload = upload.length(SIZE as u64);
        }
        let api = server.builder().timeout(Duration::from_secs(120)).build().unwrap();
        let sender = thread::spawn(move || api.upload_attachment(APP, upload).send());
        // The server has stopped reading once the count doesn't change.
        let (mut before, mut still) = (0, 0);
        while still < 10 {
            thread::sleep(Duration::from_millis(50));
            let now = given.load(Ordering::SeqCst);
            still = if now == before && now >= MEGABYTE { still + 1 } else { 0 };
            before = now;
        }
        // Bytes beyond the megabyte are in the buffers of the operating system.
        assert!(before < 20 * MEGABYTE, "{before} bytes were read while the server took one megabyte");
        gate.open();
        sender.join().unwrap().unwrap();
        assert_eq!(given.load(Ordering::SeqCst), SIZE);
        assert!(largest.load(Ordering::SeqCst) <= MEGABYTE, "read {largest:?} bytes at once");
        let request = server.request();
        assert!(request.body.len() > SIZE);
        assert_eq!(request.header("content-length").is_some(), known_length, "{}", request.head);
    }
}
