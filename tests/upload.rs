//! File uploads.

use crate::raw_server;

use std::fs;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use raw_server::{APP, RawServer, Request, Step, json};
use sunshine_conversations::{ErrorKind, RetryPolicy, Upload};

const UPLOADED: &str = r#"{"attachment":{"mediaUrl":"https://example.com/a.txt","mediaType":"text/plain"}}"#;

fn server() -> RawServer {
    RawServer::always(json(201, UPLOADED))
}

/// A folder for one test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("sunco-upload-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The headers and the content of the only part.
fn part(request: &Request) -> (String, Vec<u8>) {
    let content_type = request.header("content-type").expect("a media type");
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").expect("a form").trim_matches('"');
    assert!((1..=70).contains(&boundary.len()), "{boundary}");
    let opening = format!("--{boundary}\r\n");
    let closing = format!("\r\n--{boundary}--\r\n");
    let body = request.body.strip_prefix(opening.as_bytes()).expect("the opening boundary");
    let body = body.strip_suffix(closing.as_bytes()).expect("the closing boundary");
    let end = body.windows(4).position(|four| four == b"\r\n\r\n").expect("the end of the headers");
    let headers = String::from_utf8(body[..end].to_vec()).expect("headers of text");
    let content = body[end + 4..].to_vec();
    assert!(!content.windows(boundary.len()).any(|part| part == boundary.as_bytes()), "the boundary is in the content");
    (headers, content)
}

/// Uploads, and returns the headers and the content of the part.
fn sent(upload: impl Into<Upload>) -> (String, Vec<u8>, Request) {
    let server = server();
    let response = server.client().upload_attachment(APP, upload).send().unwrap();
    assert_eq!(response.attachment.media_url, "https://example.com/a.txt");
    let request = server.request();
    assert_eq!((request.method(), request.path()), ("POST", format!("/v2/apps/{APP}/attachments").as_str()));
    let (headers, content) = part(&request);
    (headers, content, request)
}

#[test]
fn a_file_is_uploaded_by_path() {
    let folder = Folder::new("path");
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

#[test]
fn bytes_are_sent_with_their_length() {
    let (headers, content, request) = sent(Upload::bytes("report.csv", b"id;name\r\n\r\n".as_slice()));
    assert!(headers.contains("filename=\"report.csv\"") && headers.ends_with("Content-Type: text/csv"), "{headers}");
    assert_eq!(content, b"id;name\r\n\r\n");
    assert_eq!(request.header("content-length"), Some(request.body.len().to_string().as_str()));
    let (_, content, _) = sent(Upload::bytes("empty.txt", Vec::new()));
    assert!(content.is_empty());
}

#[test]
fn a_reader_of_unknown_length_is_sent_in_chunks() {
    let text: String = (0..50_000).map(|number| format!("{number}\n")).collect();
    let reader = Cursor::new(text.clone().into_bytes()).chain(Cursor::new("end"));
    let (headers, content, request) = sent(Upload::reader("voice", reader).media_type("audio/ogg"));
    assert!(headers.ends_with("Content-Type: audio/ogg"), "{headers}");
    assert!(content == format!("{text}end").into_bytes());
    assert_eq!(request.header("transfer-encoding"), Some("chunked"));
    assert_eq!(request.header("content-length"), None);
}

#[test]
fn a_reader_of_known_length_is_sent_with_it() {
    let (_, content, request) = sent(Upload::reader("a.txt", Cursor::new("hello")).length(5));
    assert_eq!(content, b"hello");
    assert_eq!(request.header("content-length"), Some(request.body.len().to_string().as_str()));
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
fn a_reader_may_return_few_bytes_at_a_time() {
    for length in [None, Some(1000)] {
        let mut upload = Upload::reader("a.bin", Slow(Cursor::new(vec![b'x'; 1000])));
        if let Some(length) = length {
            upload = upload.length(length);
        }
        assert_eq!(sent(upload).1, vec![b'x'; 1000]);
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
    let server = RawServer::script(vec![vec![Step::Respond(raw_server::response(503, &[("Retry-After", "0")], ""))]]);
    let api = server.builder().retry(RetryPolicy::new().max_retries(2)).build().unwrap();
    let error = api.upload_attachment(APP, Upload::path(path).file_name("a.csv")).idempotent().send().unwrap_err();
    assert_eq!((error.status(), error.attempts(), server.connections()), (Some(503), 1, 1), "{error:?}");
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
    let error = api.upload_attachment(APP, Upload::path("/dev/zero")).send().unwrap_err();
    assert_eq!((error.kind(), error.parameter()), (ErrorKind::TooLarge, Some("source")), "{error:?}");
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
    let folder = Folder::new("name");
    let path = folder.file("größe \"1\".tmp", b"abc");
    let (headers, ..) = sent(path.clone());
    assert!(headers.contains("filename=\"größe %221%22.tmp\""), "{headers}");
    let (headers, ..) = sent(Upload::path(path).file_name("photo.png"));
    assert!(headers.contains("filename=\"photo.png\"") && headers.ends_with("image/png"), "{headers}");
}

#[test]
fn the_folder_of_a_file_is_not_sent() {
    let folder = Folder::new("private-folder");
    let (_, _, request) = sent(folder.file("a.txt", b"abc"));
    assert!(!request.raw.contains("private-folder"), "{}", request.raw);
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

#[track_caller]
fn assert_refused(upload: impl Into<Upload>, says: &str) {
    let server = server();
    let error = server.client().upload_attachment(APP, upload).send().unwrap_err();
    assert_eq!(
        (error.kind(), error.parameter()),
        (if error.to_string().contains("read") { ErrorKind::Upload } else { ErrorKind::InvalidInput }, Some("source")),
        "{error:?}"
    );
    assert!(error.to_string().contains(says), "{error}");
    assert!(!error.is_retryable());
    assert_eq!(error.operation(), Some("UploadAttachment"));
    assert_eq!(server.connections(), 0);
}

#[test]
fn unreadable_files_are_rejected_before_sending() {
    let folder = Folder::new("refused");
    let missing = folder.0.join("missing.jpg");
    assert_refused(missing.as_path(), "missing.jpg");
    assert_refused(folder.0.as_path(), "could not be read");
    assert_refused(Path::new("/"), "source");
    assert_refused(Upload::path(""), "source");
    assert_refused(Upload::path(".."), "source");
    assert_refused(Upload::path("..").file_name("a.txt"), "could not be read");
    assert_refused(folder.file("a.txt", b"a").join("b.txt"), "could not be read");
}

#[test]
fn the_cause_of_a_rejected_file_is_kept() {
    let error = server().client().upload_attachment(APP, Upload::path("/no/such/file.jpg")).send().unwrap_err();
    let source = std::error::Error::source(&error).expect("a cause");
    let cause = source.downcast_ref::<io::Error>().expect("an error of the file system");
    assert_eq!(cause.kind(), io::ErrorKind::NotFound);
}

#[test]
fn invalid_names_and_media_types_are_rejected() {
    assert_refused(Upload::bytes("", "abc"), "missing file name");
    for media_type in ["", "image", "text/plain\r\nX-Evil: 1", "text/plain\0", "text/größe", "a\n/b"] {
        assert_refused(Upload::bytes("a.txt", "abc").media_type(media_type), "media type");
    }
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

#[test]
fn a_failing_reader_is_an_error_with_its_cause() {
    for upload in [Upload::reader("a.bin", Broken), Upload::reader("a.bin", Broken).length(100)] {
        let server = server();
        let error = server.client().upload_attachment(APP, upload).send().unwrap_err();
        assert!(error.to_string().contains("the disk is on fire"), "{error}");
        assert!(server.requests().is_empty(), "half of a file was accepted as complete");
    }
}

/// The cause of a failure decides whether a program retries: here, it isn't the connection.
/// No attempt can follow, so the attempt timeout doesn't apply.
#[test]
fn a_reader_may_use_the_full_timeout() {
    let slow = || vec![Step::RespondAfter(Duration::from_millis(1500), json(201, UPLOADED))];
    let policy = RetryPolicy::new().max_retries(1).attempt_timeout(Duration::from_millis(500));
    // A second connection gets no response.
    let server = RawServer::script(vec![slow()]);
    let api = server.builder().retry(policy.clone()).build().unwrap();
    api.upload_attachment(APP, Upload::reader("a.txt", Cursor::new("abc"))).idempotent().send().unwrap();
    assert_eq!(server.connections(), 1);
    // Bytes can be sent again: the attempt timeout applies to the first attempt, but not to the last.
    let server = RawServer::script(vec![vec![Step::Silence], slow()]);
    let api = server.builder().retry(policy).build().unwrap();
    api.upload_attachment(APP, Upload::bytes("a.txt", "abc")).idempotent().send().unwrap();
    assert_eq!(server.connections(), 2);
}

#[test]
fn a_failing_reader_is_not_a_lost_connection() {
    let server = server();
    let error = server.client().upload_attachment(APP, Upload::reader("a.bin", Broken)).send().unwrap_err();
    assert_eq!((error.kind(), error.parameter()), (ErrorKind::Upload, Some("source")), "{error:?}");
    assert!(!error.is_retryable(), "{error:?}");
}

#[test]
fn a_reader_shorter_than_its_length_fails_immediately() {
    let server = server();
    let began = Instant::now();
    let upload = Upload::reader("a.bin", Cursor::new("four")).length(100);
    let error = server.client().upload_attachment(APP, upload).timeout(Duration::from_secs(10)).send().unwrap_err();
    assert!(began.elapsed() < Duration::from_secs(8), "it took {:?}: {error:?}", began.elapsed());
    assert!(!error.is_timeout() && !error.is_retryable(), "{error:?}");
    assert!(server.requests().is_empty());
}

#[test]
fn a_reader_longer_than_its_length_is_an_error() {
    let server = server();
    let upload = Upload::reader("a.bin", Cursor::new("x".repeat(200_000))).length(4);
    let error = server.client().upload_attachment(APP, upload).timeout(Duration::from_secs(10)).send().unwrap_err();
    assert!(!error.is_timeout() && !error.is_retryable(), "{error:?}");
    assert!(server.requests().is_empty());
}

/// Without the check, a surplus that is shorter than the end of the form would replace it.
#[test]
fn a_reader_slightly_longer_than_its_length_is_an_error() {
    let server = server();
    let upload = Upload::reader("a.bin", Cursor::new("12345")).length(4);
    let error = server.client().upload_attachment(APP, upload).timeout(Duration::from_secs(10)).send().unwrap_err();
    assert!(!error.is_timeout() && !error.is_retryable(), "{error:?}");
    assert!(server.requests().is_empty(), "{:?}", server.requests());
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
    let server = RawServer::script(vec![steps()]);
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
