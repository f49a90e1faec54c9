//! Many threads against a server that limits requests.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use sunshine_conversations::models::*;
use sunshine_conversations::{ApiClient, ApiClientBuilder, Credentials, RateLimit};
use sunshine_conversations_bench::pages;

use crate::Result;
use crate::prefetch::PAGES;
use crate::table::{Goal, Table};

pub const THREADS: usize = 16;
const CALLS: usize = 2000;
const ALLOWED: usize = 50;
pub const LATENCY: Duration = Duration::from_millis(50);
const SECOND: Duration = Duration::from_secs(1);

/// How a server counts requests. `Retry-After` is an integer.
#[derive(Clone, Copy)]
pub enum Rule {
    /// Not at all.
    None,
    /// In any second.
    Sliding,
    /// In each second since the start.
    Fixed,
    /// A bucket of 50 tokens, with 50 new ones per second.
    Bucket,
}

/// A server on this machine, with a latency.
pub struct Server {
    rule: Rule,
    begun: Instant,
    arrived: Mutex<VecDeque<Duration>>,
    tokens: Mutex<(f64, Duration)>,
    accepted: AtomicUsize,
    rejected: AtomicUsize,
}

impl Server {
    pub fn start(rule: Rule) -> io::Result<(Arc<Self>, String)> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}", listener.local_addr()?);
        let server = Arc::new(Self {
            rule,
            begun: Instant::now(),
            arrived: Mutex::default(),
            tokens: Mutex::new((ALLOWED as f64, Duration::ZERO)),
            accepted: AtomicUsize::new(0),
            rejected: AtomicUsize::new(0),
        });
        let shared = Arc::clone(&server);
        // Runs until the program ends.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = Arc::clone(&shared);
                thread::spawn(move || server.serve(stream));
            }
        });
        Ok((server, url))
    }

    fn accepts(&self) -> bool {
        let now = self.begun.elapsed();
        let mut arrived = self.arrived.lock().unwrap_or_else(PoisonError::into_inner);
        match self.rule {
            Rule::None => return true,
            Rule::Bucket => {
                let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
                let filled = tokens.0 + (now - tokens.1).as_secs_f64() * ALLOWED as f64;
                let filled = filled.min(ALLOWED as f64);
                let accepts = filled >= 1.0;
                *tokens = (filled - if accepts { 1.0 } else { 0.0 }, now);
                return accepts;
            }
            Rule::Sliding => arrived.retain(|then| now - *then < SECOND),
            Rule::Fixed => arrived.retain(|then| then.as_secs() == now.as_secs()),
        }
        let accepts = arrived.len() < ALLOWED;
        if accepts {
            arrived.push_back(now);
        }
        accepts
    }

    fn serve(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut writer = stream.try_clone()?;
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        loop {
            let (mut length, mut page) = (0, None);
            loop {
                line.clear();
                if reader.read_line(&mut line)? == 0 {
                    return Ok(());
                }
                if line.starts_with("GET ") {
                    let cursor = line.split("after%5D=").nth(1).and_then(|rest| rest.split([' ', '&']).next());
                    page = Some(cursor.map_or(Ok(1), str::parse).unwrap_or(PAGES));
                }
                let header = line.trim_end().to_ascii_lowercase();
                if header.is_empty() {
                    break;
                }
                if let Some(value) = header.strip_prefix("content-length: ") {
                    length = value.parse().unwrap_or(0);
                }
            }
            io::copy(&mut reader.by_ref().take(length), &mut io::sink())?;
            let accepts = self.accepts();
            thread::sleep(LATENCY);
            // A page with one client.
            let page = page.map(|page| {
                let more = page < PAGES;
                format!(r#"{{"clients":[{{"id":"c"}}],"meta":{{"hasMore":{more},"afterCursor":"{}"}}}}"#, page + 1)
            });
            let (status, counter, body) = match (accepts, &page) {
                (true, Some(page)) => ("200 OK", &self.accepted, page.as_str()),
                (true, None) => ("201 Created", &self.accepted, pages::POSTED_MESSAGE),
                (false, _) => ("429 Too Many Requests\r\nretry-after: 1", &self.rejected, ""),
            };
            counter.fetch_add(1, Relaxed);
            let head = format!(
                "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
                body.len()
            );
            writer.write_all((head + body).as_bytes())?;
        }
    }
}

/// Posts all messages, and returns a row of the table.
fn row(
    name: &str,
    rule: Rule,
    configure: fn(ApiClientBuilder) -> ApiClientBuilder,
    has_goals: bool,
) -> Result<Vec<String>> {
    let (server, url) = Server::start(rule)?;
    let builder = ApiClient::builder().base_url(url).credentials(Credentials::basic("app_1", "secret"));
    let app = configure(builder).build()?.app("5d8cff3cd55b040010928b5b");
    let message = MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text("Hello!"));
    let (next, failed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let begun = Instant::now();
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while next.fetch_add(1, Relaxed) < CALLS {
                    if app.post_message("029c31", &message).send().is_err() {
                        failed.fetch_add(1, Relaxed);
                    }
                }
            });
        }
    });
    let time = begun.elapsed().as_secs_f64();
    let (accepted, rejected) = (server.accepted.load(Relaxed), server.rejected.load(Relaxed));
    let goodput = accepted as f64 / time / ALLOWED as f64;
    let share = rejected as f64 / (accepted + rejected) as f64;
    let goals = match has_goals {
        true => format!("{}; {}", Goal::AtLeast(0.95).judge(goodput), Goal::AtMost(0.02).judge(share)),
        false => String::new(),
    };
    Ok(vec![
        name.to_owned(),
        format!("{time:.1}"),
        failed.load(Relaxed).to_string(),
        format!("**{goodput:.2}**"),
        format!("**{:.1} %**", share * 100.0),
        goals,
    ])
}

pub fn rate_limit() -> Result<Table> {
    let mut table = Table::new(&[
        "a server that allows 50 requests per second",
        "s",
        "failed calls",
        "accepted requests, of those allowed",
        "requests rejected with 429",
        "goals (≥ 0.95; ≤ 2 %)",
    ]);
    table.row(row("any second: by default", Rule::Sliding, |builder| builder, true)?);
    table.row(row("each second: by default", Rule::Fixed, |builder| builder, true)?);
    table.row(row("bucket: by default", Rule::Bucket, |builder| builder, true)?);
    let configured = |builder: ApiClientBuilder| builder.rate_limit(RateLimit::per_second(48));
    table.row(row("any second: with `RateLimit::per_second(48)`", Rule::Sliding, configured, true)?);
    let alone = |builder: ApiClientBuilder| builder.adaptive_rate_limit(false);
    table.row(row("any second: each call for itself", Rule::Sliding, alone, false)?);
    Ok(table)
}
