//! A fast local server with fixed responses, in its own process, so that it isn't measured.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread;

use crate::pages;

static CONNECTIONS: AtomicU64 = AtomicU64::new(0);

/// Serves until standard input ends, with the parent process.
pub fn serve() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            CONNECTIONS.fetch_add(1, Relaxed);
            thread::spawn(move || response(stream));
        }
    });
    io::copy(&mut io::stdin(), &mut io::sink()).map(drop)
}

/// A server in its own process, which ends when this is dropped.
pub struct Server {
    child: Child,
    pub url: String,
}

impl Server {
    /// Starts a server with this program.
    pub fn begin() -> io::Result<Self> {
        Self::with(Command::new(std::env::current_exe()?).arg("serve"))
    }

    /// Starts a server with a command.
    pub fn with(command: &mut Command) -> io::Result<Self> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let mut url = String::new();
        BufReader::new(child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?).read_line(&mut url)?;
        Ok(Self { child, url: url.trim().to_owned() })
    }

    /// The number of connections so far, including that of this request.
    pub fn connections(&self) -> Result<u64, Box<dyn std::error::Error>> {
        let url = format!("{}/connections", self.url);
        Ok(ureq::get(&url).call()?.body_mut().read_to_string()?.parse()?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// Responds to the requests of a connection.
fn response(stream: TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::with_capacity(64 * 1024, stream);
    let mut pages = ClientPages::default();
    let (mut line, mut out) = (String::new(), Vec::new());
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let mut words = line.split(' ').map(str::to_owned);
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let (mut length, mut chunked) = (0, false);
        loop {
            line.clear();
            reader.read_line(&mut line)?;
            let header = line.trim_end().to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            match header.split_once(": ") {
                Some(("content-length", value)) => length = value.parse().unwrap_or(0),
                Some(("transfer-encoding", "chunked")) => chunked = true,
                Some(("expect", _)) => writer.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?,
                _ => {}
            }
        }
        if chunked {
            pass_over_chunks(&mut reader)?;
        } else {
            io::copy(&mut reader.by_ref().take(length), &mut io::sink())?;
        }
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        out.clear();
        match (method.as_str(), path.rsplit('/').next().unwrap_or_default()) {
            ("GET", "clients") => pages.write(path, query, &mut out),
            ("GET", "connections") => respond(&mut out, &[CONNECTIONS.load(Relaxed).to_string().as_bytes()]),
            ("POST", "clients") => respond(&mut out, &[pages::CREATED_CLIENT.as_bytes()]),
            ("POST", "messages") => respond(&mut out, &[pages::POSTED_MESSAGE.as_bytes()]),
            ("POST", "attachments") => respond(&mut out, &[pages::UPLOADED.as_bytes()]),
            _ => out.extend_from_slice(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"),
        }
        writer.write_all(&out)?;
    }
}

fn respond(out: &mut Vec<u8>, parts: &[&[u8]]) {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let _ = write!(
        out,
        "HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: {length}\r\n\r\n"
    );
    for part in parts {
        out.extend_from_slice(part);
    }
}

fn pass_over_chunks(reader: &mut impl BufRead) -> io::Result<()> {
    let mut line = String::new();
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        let size = u64::from_str_radix(line.trim(), 16).map_err(|_| io::ErrorKind::InvalidData)?;
        io::copy(&mut reader.by_ref().take(size + 2), &mut io::sink())?;
        if size == 0 {
            return Ok(());
        }
    }
}

/// A user's listing of clients: the user's ID is their number, and pages only differ in their cursors.
#[derive(Default)]
struct ClientPages {
    size: usize,
    /// Everything before `meta`.
    head: String,
    meta: String,
}

impl ClientPages {
    fn write(&mut self, path: &str, query: &str, out: &mut Vec<u8>) {
        let total: usize = path.rsplit('/').nth(1).and_then(|user| user.parse().ok()).unwrap_or(0);
        let value = |name: &str| {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let mut pairs = pairs.map(|(key, value)| (key.replace("%5B", "[").replace("%5D", "]"), value));
            pairs.find(|(key, _)| key == name).and_then(|(_, value)| value.parse::<usize>().ok())
        };
        let size = value("page[size]").unwrap_or(100).min(total);
        let end = value("page[after]").unwrap_or(0) + size;
        if self.size != size {
            self.head = pages::clients(size);
            self.size = size;
        }
        self.meta.clear();
        let _ = write!(
            self.meta,
            r#""meta":{{"hasMore":{},"beforeCursor":"{}","afterCursor":"{end}"}},"links":{{"prev":"https://api.smooch.io/v2/apps/5d8c/users/{total}/clients?page[before]={}","next":"https://api.smooch.io/v2/apps/5d8c/users/{total}/clients?page[after]={end}"}}}}"#,
            end < total,
            end - size,
            end - size
        );
        respond(out, &[self.head.as_bytes(), self.meta.as_bytes()]);
    }
}
