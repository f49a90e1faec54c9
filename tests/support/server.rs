//! A server that sends configured responses, also ones that no real server would send, and records every request unchanged.
//! | It implements HTTP/1.1 itself, because tests check the bytes of requests, which a library would normalize. It listens
//! on its own port, and stops with the test.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use sunshine_conversations::{ApiClient, ApiClientBuilder, Credentials, RetryPolicy};

/// The key ID and secret of the clients of these servers.
pub const KEY_ID: &str = "app_5d8c";
pub const KEY_SECRET: &str = "hush-7f3a9c";
/// IDs for paths.
pub const APP: &str = "5d8cff3cd55b040010928b5b";
pub const USER: &str = "7494535bff5cef41a15be74d";
pub const CONVERSATION: &str = "029c31f25a21b47effd7be90";

/// How often a blocked thread checks whether the test has ended.
const TICK: Duration = Duration::from_millis(20);

/// The steps of a connection. After the last, it is closed.
pub enum Step {
    /// Reads a request and responds with these bytes.
    Respond(Vec<u8>),
    /// The same, after a delay.
    RespondAfter(Duration, Vec<u8>),
    /// Reads a request and closes without a response.
    Close,
    /// Waits for a request and resets the connection.
    Reset,
    /// Reads a request and doesn't respond until the test ends.
    Silence,
    /// Waits for a request, sends these bytes, and resets the connection.
    #[allow(dead_code, reason = "only used by `tests/hostile.rs`")]
    RespondAndReset(Vec<u8>),
    /// Reads a request and sends these bytes one by one, with a delay before each.
    Drip(Duration, Vec<u8>),
    /// Reads a request, sends the first bytes once, and repeats the second bytes without end.
    #[allow(dead_code, reason = "only used by `tests/hostile.rs`")]
    Endless(Vec<u8>, Vec<u8>),
    /// Reads this many bytes of a request, waits for the gate, and then reads the rest and responds.
    Hold(usize, Gate, Vec<u8>),
}

/// Opened by the test.
#[derive(Clone, Default)]
pub struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    pub fn open(&self) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.1.notify_all();
    }

    fn is_open_within(&self, time: Duration) -> bool {
        let open = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        *self.0.1.wait_timeout_while(open, time, |open| !*open).unwrap_or_else(PoisonError::into_inner).0
    }
}

/// A request, unchanged.
#[derive(Clone, Debug)]
pub struct Request {
    /// The connection's index, from 0.
    pub connection: usize,
    /// The request line and the headers.
    pub head: String,
    /// The body, reassembled if it was chunked.
    pub body: Vec<u8>,
    /// Head and body, unchanged.
    pub raw: String,
}

impl Request {
    pub fn method(&self) -> &str {
        self.head.split(' ').next().unwrap_or_default()
    }

    /// The path and the query.
    pub fn target(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    pub fn path(&self) -> &str {
        self.target().split('?').next().unwrap_or_default()
    }

    /// The query, encoded, without the question mark.
    pub fn raw_query(&self) -> &str {
        self.target().split_once('?').map_or("", |(_, query)| query)
    }

    /// The parameters of the query, decoded.
    pub fn query(&self) -> Vec<(String, String)> {
        let pairs = self.raw_query().split('&').filter(|pair| !pair.is_empty());
        pairs
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decode(name), decode(value))
            })
            .collect()
    }

    /// The only value of a query parameter.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let values: Vec<_> = self.query().into_iter().filter(|(known, _)| known == name).collect();
        assert!(values.len() < 2, "{name} twice: {}", self.target());
        values.into_iter().next().map(|(_, value)| value)
    }

    /// The values of a header.
    pub fn headers(&self, name: &str) -> Vec<&str> {
        self.head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(':'))
            .filter(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
            .collect()
    }

    /// The only value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let values = self.headers(name);
        assert!(values.len() < 2, "{name} twice: {}", self.head);
        values.first().copied()
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a body of text")
    }

    /// The parts of a form.
    pub fn parts(&self) -> Vec<Part> {
        let content_type = self.header("Content-Type").expect("the body has a type");
        let boundary = content_type.strip_prefix("multipart/form-data; boundary=").expect("the body is a form");
        let boundary = boundary.trim_matches('"');
        assert!((1..=70).contains(&boundary.len()), "RFC 2046 limits the boundary: {boundary}");
        let first = format!("--{boundary}").into_bytes();
        let mut rest = self.body.strip_prefix(first.as_slice()).expect("the body begins with the boundary");
        let delimiter = [b"\r\n", first.as_slice()].concat();
        let mut parts = Vec::new();
        while rest != b"--\r\n" {
            rest = rest.strip_prefix(b"\r\n").expect("a line ends after the boundary");
            let end = find(rest, &delimiter).expect("the end of the part");
            let head = find(rest, b"\r\n\r\n").expect("the end of the headers");
            let headers = String::from_utf8(rest[..head].to_vec()).expect("headers are text");
            parts.push(Part { headers, content: rest[head + 4..end].to_vec() });
            rest = &rest[end + delimiter.len()..];
        }
        parts
    }

    /// The only part of a form.
    #[track_caller]
    pub fn part(&self) -> Part {
        let mut parts = self.parts();
        assert_eq!(parts.len(), 1);
        parts.remove(0)
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("a body of JSON")
    }
}

/// A part of a form.
pub struct Part {
    /// Without the line break at the end.
    pub headers: String,
    pub content: Vec<u8>,
}

impl Part {
    /// A parameter of the content disposition, such as `filename`.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let (_, rest) = self.headers.split_once(&format!("; {name}=\""))?;
        rest.split('"').next()
    }

    pub fn media_type(&self) -> Option<&str> {
        self.headers.lines().find_map(|line| line.strip_prefix("Content-Type: "))
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// Decodes percent-encoding.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits: String = rest.by_ref().take(2).map(char::from).collect();
            bytes.push(u8::from_str_radix(&digits, 16).expect("two hexadecimal digits"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// A response with a status, headers and a body.
pub fn response(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut head = format!("HTTP/1.1 {status} Whatever\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
    [head.as_bytes(), body].concat()
}

/// A JSON response.
pub fn json(status: u16, body: impl AsRef<[u8]>) -> Vec<u8> {
    response(status, &[("Content-Type", "application/json")], body)
}

/// An error response of the API.
pub fn refusal(status: u16, code: &str, title: &str) -> Vec<u8> {
    json(status, serde_json::json!({"errors": [{"code": code, "title": title}]}).to_string())
}

type Handler = dyn Fn(&Request) -> Vec<u8> + Send + Sync;
type ClosingHandler = dyn Fn(&Request) -> (Vec<u8>, bool) + Send + Sync;

enum Script {
    /// One entry per connection; further connections are closed.
    Steps(Mutex<Vec<Option<Vec<Step>>>>),
    /// All requests of all connections.
    Handler(Box<Handler>),
    /// The same; `true` also closes the connection.
    Closing(Box<ClosingHandler>),
}

struct Shared {
    script: Script,
    stop: AtomicBool,
    connections: AtomicUsize,
    closed: AtomicUsize,
    requests: Mutex<Vec<Request>>,
}

pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    listener: Option<JoinHandle<()>>,
}

impl Server {
    /// Responds to every request with this JSON.
    pub fn responding(body: impl ToString) -> Self {
        Self::always(json(200, body.to_string()))
    }

    /// Responds to every request, and keeps connections open.
    pub fn handle(handler: impl Fn(&Request) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self::start(Script::Handler(Box::new(handler)))
    }

    /// Responds to every request with the same bytes.
    pub fn always(response: Vec<u8>) -> Self {
        Self::handle(move |_| response.clone())
    }

    /// Performs the steps of each connection.
    pub fn script(connections: Vec<Vec<Step>>) -> Self {
        Self::start(Script::Steps(Mutex::new(connections.into_iter().map(Some).collect())))
    }

    /// Responds to every request, and closes the connection after the response if requested. Empty bytes mean no
    /// response.
    pub fn closing(handler: impl Fn(&Request) -> (Vec<u8>, bool) + Send + Sync + 'static) -> Self {
        Self::start(Script::Closing(Box::new(handler)))
    }

    /// Responds to every request of a listener.
    pub fn on(listener: TcpListener, handler: impl Fn(&Request) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self::listen(listener, Script::Handler(Box::new(handler)))
    }

    fn start(script: Script) -> Self {
        Self::listen(TcpListener::bind("127.0.0.1:0").expect("a free port"), script)
    }

    fn listen(listener: TcpListener, script: Script) -> Self {
        let address = listener.local_addr().expect("an address");
        let shared = Arc::new(Shared {
            script,
            stop: AtomicBool::new(false),
            connections: AtomicUsize::new(0),
            closed: AtomicUsize::new(0),
            requests: Mutex::new(Vec::new()),
        });
        let inner = Arc::clone(&shared);
        let listener = thread::spawn(move || {
            let mut threads = Vec::new();
            for stream in listener.incoming() {
                if inner.stop.load(Ordering::SeqCst) {
                    break;
                }
                let Ok(stream) = stream else { continue };
                let number = inner.connections.fetch_add(1, Ordering::SeqCst);
                let inner = Arc::clone(&inner);
                threads.push(thread::spawn(move || {
                    Connection { number, stream, buffer: Vec::new(), inner: Arc::clone(&inner) }.run();
                    inner.closed.fetch_add(1, Ordering::SeqCst);
                }));
            }
            for thread in threads {
                let _ = thread.join();
            }
        });
        Self { address, shared, listener: Some(listener) }
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A builder with this server as its host, credentials, no proxy, a timeout that limits broken tests, and the
    /// default retries with a very short backoff.
    pub fn builder(&self) -> ApiClientBuilder {
        ApiClient::builder()
            .base_url(self.url())
            .credentials(Credentials::basic(KEY_ID, KEY_SECRET))
            .no_proxy()
            .timeout(Duration::from_secs(20))
            .retry(RetryPolicy::new().base_delay(Duration::from_millis(2)))
    }

    pub fn client(&self) -> ApiClient {
        self.builder().build().expect("a client")
    }

    /// The number of connections.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// The number of connections that the server has closed.
    pub fn closed(&self) -> usize {
        self.shared.closed.load(Ordering::SeqCst)
    }

    /// The requests, in the order in which they were complete.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The requests since the last call of this function.
    pub fn take(&self) -> Vec<Request> {
        std::mem::take(&mut self.shared.requests.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The only request since the last call of [`take`](Self::take) or this function.
    #[track_caller]
    pub fn only(&self) -> Request {
        let mut requests = self.take();
        assert_eq!(requests.len(), 1, "{requests:#?}");
        requests.remove(0)
    }

    /// The only request.
    #[track_caller]
    pub fn request(&self) -> Request {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "{requests:#?}");
        requests.remove(0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stop.store(true, Ordering::SeqCst);
        // Wakes the listener.
        drop(TcpStream::connect(self.address));
        if let Some(listener) = self.listener.take() {
            let ended = listener.join();
            assert!(ended.is_ok() || thread::panicking(), "the server panicked");
        }
    }
}

struct Connection {
    number: usize,
    stream: TcpStream,
    buffer: Vec<u8>,
    inner: Arc<Shared>,
}

impl Connection {
    fn run(mut self) {
        self.stream.set_read_timeout(Some(TICK)).expect("a read timeout");
        self.stream.set_write_timeout(Some(Duration::from_secs(20))).expect("a write timeout");
        // The client may give up at any time: a failed read or write ends the connection.
        let shared = Arc::clone(&self.inner);
        match &shared.script {
            Script::Handler(handler) => {
                while let Some(request) = self.request() {
                    let response = handler(&request);
                    if self.stream.write_all(&response).is_err() {
                        return;
                    }
                }
            }
            Script::Closing(handler) => {
                while let Some(request) = self.request() {
                    let (response, close) = handler(&request);
                    if self.stream.write_all(&response).is_err() || close {
                        return;
                    }
                }
            }
            Script::Steps(connections) => {
                let steps = connections
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .get_mut(self.number)
                    .and_then(Option::take)
                    .unwrap_or_default();
                for step in steps {
                    if self.step(step).is_none() {
                        return;
                    }
                }
            }
        }
    }

    fn step(&mut self, step: Step) -> Option<()> {
        match step {
            Step::Respond(response) => {
                self.request()?;
                self.stream.write_all(&response).ok()
            }
            Step::RespondAfter(delay, response) => {
                self.request()?;
                thread::sleep(delay);
                self.stream.write_all(&response).ok()
            }
            Step::Close => {
                self.request()?;
                None
            }
            Step::Reset => self.reset(&[]),
            Step::RespondAndReset(response) => self.reset(&response),
            Step::Drip(pause, response) => {
                self.request()?;
                for byte in response {
                    thread::sleep(pause);
                    if self.inner.stop.load(Ordering::SeqCst) {
                        return None;
                    }
                    self.stream.write_all(&[byte]).ok()?;
                }
                Some(())
            }
            Step::Endless(first, again) => {
                self.request()?;
                self.stream.write_all(&first).ok()?;
                while !self.inner.stop.load(Ordering::SeqCst) {
                    self.stream.write_all(&again).ok()?;
                }
                None
            }
            Step::Silence => {
                self.request()?;
                while !self.inner.stop.load(Ordering::SeqCst) {
                    thread::sleep(TICK);
                }
                None
            }
            Step::Hold(bytes, gate, response) => {
                while self.buffer.len() < bytes {
                    self.fill()?;
                }
                while !gate.is_open_within(TICK) {
                    if self.inner.stop.load(Ordering::SeqCst) {
                        return None;
                    }
                }
                self.request()?;
                self.stream.write_all(&response).ok()
            }
        }
    }

    /// Sends some bytes and resets the connection, once a request arrives.
    fn reset(&mut self, response: &[u8]) -> Option<()> {
        // Closing a socket with unread data resets the connection, so the request is only peeked at.
        let mut seen = vec![0; 256 * 1024];
        loop {
            let count = self.wait(|stream| stream.peek(&mut seen))?;
            if let Some((request, _)) = self.parse(&seen[..count]) {
                self.record(&request);
                self.stream.write_all(response).ok()?;
                // The client reads the bytes before it receives the reset.
                thread::sleep(Duration::from_millis(if response.is_empty() { 0 } else { 50 }));
                return None;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Reads a request and records it.
    fn request(&mut self) -> Option<Request> {
        loop {
            if let Some(length) = message_length(&self.buffer) {
                let (request, used) = self.parse(&self.buffer[..length])?;
                self.buffer.drain(..used);
                self.record(&request);
                return Some(request);
            }
            self.fill()?;
        }
    }

    fn fill(&mut self) -> Option<()> {
        let mut piece = vec![0; 64 * 1024];
        let count = self.wait(|stream| stream.read(&mut piece))?;
        self.buffer.extend_from_slice(&piece[..count]);
        Some(())
    }

    /// Waits for bytes; `None` at the end.
    fn wait(&mut self, mut read: impl FnMut(&mut TcpStream) -> std::io::Result<usize>) -> Option<usize> {
        loop {
            match read(&mut self.stream) {
                Ok(0) => return None,
                Ok(count) => return Some(count),
                Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted) => {
                    if self.inner.stop.load(Ordering::SeqCst) {
                        return None;
                    }
                }
                Err(_) => return None,
            }
        }
    }

    fn record(&self, request: &Request) {
        self.inner.requests.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
    }

    /// A complete request at the start of some bytes, and its length.
    fn parse(&self, bytes: &[u8]) -> Option<(Request, usize)> {
        let length = message_length(bytes)?;
        let end = head_length(bytes)?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut body = bytes[end..length].to_vec();
        if is_chunked(&head) {
            body = chunks(&body)?.0;
        }
        let raw = String::from_utf8_lossy(&bytes[..length]).into_owned();
        Some((Request { connection: self.number, head, body, raw }, length))
    }
}

fn head_length(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4)
}

fn is_chunked(head: &str) -> bool {
    head.to_ascii_lowercase().contains("\r\ntransfer-encoding: chunked\r\n")
}

/// The length of the request at the start of some bytes, if it is complete.
fn message_length(bytes: &[u8]) -> Option<usize> {
    let end = head_length(bytes)?;
    let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
    let body = if is_chunked(&head) {
        // Only parsed if it may be complete: a large body arrives in many pieces.
        if !bytes.ends_with(b"0\r\n\r\n") {
            return None;
        }
        chunks(&bytes[end..])?.1
    } else {
        let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
        length.map_or(0, |length| length.trim().parse().expect("a length"))
    };
    (bytes.len() >= end + body).then_some(end + body)
}

/// A chunked body, and its encoded length.
fn chunks(bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
    let mut body = Vec::new();
    let mut at = 0;
    loop {
        let line = bytes.get(at..)?.windows(2).position(|two| two == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&bytes[at..at + line]).ok()?, 16).ok()?;
        at += line + 2;
        body.extend_from_slice(bytes.get(at..at + size)?);
        at += size + 2;
        if at > bytes.len() {
            return None;
        }
        if size == 0 {
            return Some((body, at));
        }
    }
}

/// An address without a server. A connection to itself reserves the port, so that no other test gets it meanwhile.
pub struct UnusedPort {
    address: SocketAddr,
    _held: (TcpStream, TcpStream),
}

impl UnusedPort {
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let near = TcpStream::connect(address).expect("a connection");
        let (far, _) = listener.accept().expect("a connection");
        Self { address, _held: (near, far) }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Starts a server on the port.
    pub fn listen(&self) -> TcpListener {
        TcpListener::bind(self.address).expect("the same port")
    }
}
