//! A server that records every request unchanged, and sends configured responses.
//! | It implements HTTP/1.1 itself, because tests check the bytes of requests, which a library would normalize.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use sunshine_conversations::{ApiClient, Credentials};

/// A request, unchanged.
#[derive(Clone, Debug)]
pub struct Received {
    pub method: String,
    /// Encoded, without the query.
    pub path: String,
    /// Encoded, without the question mark.
    pub raw_query: String,
    /// Names and values, decoded.
    pub query: Vec<(String, String)>,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Received {
    /// The value of a header that must not be repeated.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let value = values.next().map(|(_, value)| value.as_str());
        assert!(values.next().is_none(), "the header {name} is repeated");
        value
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is text")
    }
}

/// A response of the server.
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn new(status: u16, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: vec![("Content-Type".to_owned(), media_type.to_owned())], body: body.into() }
    }

    pub fn json(body: impl ToString) -> Self {
        Self::new(200, "application/json", body.to_string())
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

type Responses = dyn Fn(&Received) -> Reply + Send + Sync;

struct Shared {
    responses: Box<Responses>,
    received: Mutex<Vec<Received>>,
    /// Kept so that the end of the test closes connections that a client keeps alive.
    connections: Mutex<Vec<TcpStream>>,
    ended: AtomicBool,
}

/// Runs until it is dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub fn start(responses: impl Fn(&Received) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("the socket is bound");
        let shared = Arc::new(Shared {
            responses: Box::new(responses),
            received: Mutex::default(),
            connections: Mutex::default(),
            ended: AtomicBool::new(false),
        });
        let thread = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Self { address, shared, thread: Some(thread) }
    }

    /// A server with one response for all requests.
    pub fn responding(body: impl ToString) -> Self {
        let body = body.to_string();
        Self::start(move |_| Reply::json(&body))
    }

    /// A client of this server. The base URL has a path, like Zendesk's.
    pub fn client(&self) -> ApiClient {
        ApiClient::builder()
            .base_url(format!("http://{}{BASE}", self.address))
            .credentials(Credentials::basic(KEY_ID, SECRET))
            .build()
            .expect("the client can be built")
    }

    /// The requests since the last call of this function.
    pub fn take(&self) -> Vec<Received> {
        std::mem::take(&mut locked(&self.shared.received))
    }

    /// The only request since the last call of this function.
    pub fn only(&self) -> Received {
        let mut received = self.take();
        assert_eq!(received.len(), 1, "one call is one request");
        received.remove(0)
    }
}

pub const BASE: &str = "/sc";
pub const KEY_ID: &str = "app_5d8cff3c";
pub const SECRET: &str = "pässword:with/colon";

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a connection.
        let _ = TcpStream::connect(self.address);
        for connection in locked(&self.shared.connections).iter() {
            let _ = connection.shutdown(Shutdown::Both);
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for connection in listener.incoming().map_while(Result::ok) {
        if shared.ended.load(Ordering::SeqCst) {
            break;
        }
        if let Ok(kept) = connection.try_clone() {
            locked(&shared.connections).push(kept);
        }
        let shared = Arc::clone(shared);
        // Errors mean that the client is gone.
        thread::spawn(move || serve(&connection, &shared));
    }
}

fn serve(connection: &TcpStream, shared: &Shared) -> io::Result<()> {
    let mut reader = BufReader::new(connection);
    while let Some(received) = read(&mut reader, connection)? {
        let reply = (shared.responses)(&received);
        locked(&shared.received).push(received);
        write(connection, &reply)?;
    }
    Ok(())
}

fn line(reader: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// A request; `None` if the client has closed the connection.
fn read(reader: &mut impl BufRead, mut connection: &TcpStream) -> io::Result<Option<Received>> {
    let first = line(reader)?;
    let mut words = first.split(' ');
    let (Some(method), Some(target), Some("HTTP/1.1")) = (words.next(), words.next(), words.next()) else {
        return Ok(None);
    };
    let mut headers = Vec::new();
    loop {
        let header = line(reader)?;
        let Some((name, value)) = header.split_once(':') else { break };
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let (path, raw_query) = target.split_once('?').unwrap_or((target, ""));
    let mut received = Received {
        method: method.to_owned(),
        path: path.to_owned(),
        raw_query: raw_query.to_owned(),
        query: pairs(raw_query),
        headers,
        body: Vec::new(),
    };
    if received.header("Expect").is_some() {
        connection.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    if received.header("Transfer-Encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked")) {
        received.body = chunks(reader)?;
    } else if let Some(length) = received.header("Content-Length") {
        let mut body = vec![0; length.parse().map_err(io::Error::other)?];
        reader.read_exact(&mut body)?;
        received.body = body;
    }
    Ok(Some(received))
}

fn chunks(reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = usize::from_str_radix(line(reader)?.trim(), 16).map_err(io::Error::other)?;
        let begin = body.len();
        body.resize(begin + size, 0);
        reader.read_exact(&mut body[begin..])?;
        line(reader)?;
        if size == 0 {
            return Ok(body);
        }
    }
}

fn write(mut connection: &TcpStream, reply: &Reply) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {} Status\r\nContent-Length: {}\r\n", reply.status, reply.body.len());
    for (name, value) in &reply.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    connection.write_all(&[head.as_bytes(), reply.body.as_slice()].concat())
}

fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect()
}

/// Decodes percent-encoding; a plus is a plus, as in a path.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
            bytes.push(
                code.and_then(|code| u8::from_str_radix(code, 16).ok()).expect("two digits follow a percent sign"),
            );
            rest = &after[2..];
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("the decoded text is UTF-8")
}

/// One part of a form.
#[derive(Debug)]
pub struct Part {
    pub name: String,
    pub file_name: Option<String>,
    pub media_type: Option<String>,
    pub content: Vec<u8>,
}

/// The parts of a `multipart/form-data` body.
pub fn parts(received: &Received) -> Vec<Part> {
    let content_type = received.header("Content-Type").expect("the body has a type");
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").expect("the body is a form");
    let boundary = boundary.trim_matches('"');
    assert!(!boundary.is_empty() && boundary.len() <= 70, "RFC 2046 limits the boundary");
    let mut parts = Vec::new();
    let mut rest = received.body.strip_prefix(format!("--{boundary}").as_bytes()).expect("the body begins with it");
    let delimiter = format!("\r\n--{boundary}");
    loop {
        if let Some(end) = rest.strip_prefix(b"--") {
            assert!(end.is_empty() || end == b"\r\n", "nothing follows the last part");
            return parts;
        }
        rest = rest.strip_prefix(b"\r\n").expect("a line ends behind the boundary");
        let end = find(rest, delimiter.as_bytes()).expect("the part ends");
        parts.push(part(&rest[..end]));
        rest = &rest[end + delimiter.len()..];
    }
}

fn part(bytes: &[u8]) -> Part {
    let end = find(bytes, b"\r\n\r\n").expect("the part has headers");
    let head = std::str::from_utf8(&bytes[..end]).expect("its headers are text");
    let header = |name: &str| {
        head.split("\r\n").find_map(|line| {
            let (known, value) = line.split_once(": ")?;
            known.eq_ignore_ascii_case(name).then(|| value.to_owned())
        })
    };
    let disposition = header("Content-Disposition").expect("the part has a content type");
    assert!(disposition.starts_with("form-data;"), "{disposition}");
    let parameter = |name: &str| {
        let begin = disposition.find(&format!("; {name}=\""))? + name.len() + 4;
        let value = &disposition[begin..];
        Some(value[..value.find('"')?].to_owned())
    };
    Part {
        name: parameter("name").expect("the part has a name"),
        file_name: parameter("filename"),
        media_type: header("Content-Type"),
        content: bytes[end + 4..].to_vec(),
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
