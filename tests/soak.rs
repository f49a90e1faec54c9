//! A soak of the client and the sandbox under random faults: `.ci/soak`. Fails if a message is lost or posted twice, or
//! if memory, threads or open files grow. Linux only, because it reads `/proc`.

use std::fs;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use sunshine_conversations::models::*;
use sunshine_conversations::{ApiClient, AppClient, Credentials, Error};
use sunshine_conversations_sandbox::{Fault, Sandbox};

const WORKERS: u64 = 4;
/// The messages of one conversation.
const MESSAGES: usize = 20;
/// Memory may vary by this share, because the allocator keeps freed memory.
const DRIFT: f64 = 0.2;

#[derive(Default)]
struct Counts {
    conversations: AtomicU64,
    messages: AtomicU64,
    failed: AtomicU64,
    violations: AtomicU64,
    faults: AtomicU64,
    stop: AtomicBool,
}

fn main() -> ExitCode {
    let minutes = std::env::args().nth(1).map_or(Ok(30.0), |text| text.parse::<f64>());
    let Ok(minutes) = minutes else {
        eprintln!("usage: soak [MINUTES]");
        return ExitCode::FAILURE;
    };
    let duration = Duration::from_secs_f64(60.0 * minutes);
    let sandbox = Sandbox::start().expect("a sandbox");
    let credentials = Credentials::basic(sandbox.key_id(), sandbox.key_secret());
    // Slowing down after a 429 would leave little load.
    let api = ApiClient::builder().base_url(sandbox.base_url()).credentials(credentials).adaptive_rate_limit(false);
    let api = api.build().expect("a client");
    let app = api.app(sandbox.app_id());
    let counts = Counts::default();
    let (first, last) = thread::scope(|scope| {
        for worker in 0..WORKERS {
            let (app, counts) = (&app, &counts);
            scope.spawn(move || {
                let mut random = Random(worker + 1);
                while !counts.stop.load(Ordering::Relaxed) {
                    conversation(app, counts, &mut random);
                }
            });
        }
        scope.spawn(|| inject(&sandbox, &counts));
        let usages = observe(duration, &sandbox, &counts);
        counts.stop.store(true, Ordering::Relaxed);
        usages
    });
    report(&first, &last, &counts)
}

/// Prints the usage ten times, and returns the one after a fifth of the time, when caches are full, and the last one.
fn observe(duration: Duration, sandbox: &Sandbox, counts: &Counts) -> (Usage, Usage) {
    let begin = Instant::now();
    let mut usages = Vec::new();
    while begin.elapsed() < duration {
        thread::sleep(duration / 10);
        let usage = Usage::now();
        println!(
            "{:5.0} s  {} conversations, {} messages, {} failed calls, {} faults; {usage:?}",
            begin.elapsed().as_secs_f64(),
            counts.conversations.load(Ordering::Relaxed),
            counts.messages.load(Ordering::Relaxed),
            counts.failed.load(Ordering::Relaxed),
            counts.faults.load(Ordering::Relaxed),
        );
        usages.push(usage);
        // The journal keeps requests up to a limit, which would look like a leak before it is reached.
        sandbox.clear_journal();
    }
    let first = usages.get(1).copied().unwrap_or(usages[0]);
    (first, usages[usages.len() - 1])
}

fn report(first: &Usage, last: &Usage, counts: &Counts) -> ExitCode {
    let violations = counts.violations.load(Ordering::Relaxed);
    let growth = last.memory_kb as f64 / first.memory_kb as f64 - 1.0;
    println!("memory {:+.1} %, {violations} lost or repeated messages", 100.0 * growth);
    // A call that was interrupted by the end of the soak may hold a connection.
    let slack = 2 * WORKERS;
    let grew = growth > DRIFT || last.threads > first.threads + slack || last.files > first.files + slack;
    if violations == 0 && !grew { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Posts messages to a new conversation, reads them, and deletes the conversation.
fn conversation(app: &AppClient, counts: &Counts, random: &mut Random) {
    let body = ConversationCreateBody::new(ConversationType::SdkGroup);
    let Some(created) = ok(app.create_conversation(&body).send(), counts) else { return };
    let id = created.conversation.id;
    let mut posted = Vec::new();
    for number in 0..MESSAGES {
        // Too few digits for the number of a credit card, which the app masks.
        let text = format!("{number} {}", random.next() % 1_000_000);
        let sent = ok(app.post_message(&id, &MessagePost::new(AuthorType::Business, text.as_str())).send(), counts);
        posted.push((text, sent.is_some()));
        counts.messages.fetch_add(1, Ordering::Relaxed);
    }
    let found: Result<Vec<Message>, Error> = app.list_messages(&id).iter().collect();
    if let Some(found) = ok(found, counts) {
        for (text, sent) in posted {
            let times = found.iter().filter(|message| text_of(message) == Some(text.as_str())).count();
            // A failed call may have been performed, but only once.
            if times > 1 || sent && times == 0 {
                counts.violations.fetch_add(1, Ordering::Relaxed);
                let again: Result<Vec<Message>, Error> = app.list_messages(&id).iter().collect();
                let show = |m: &[Message]| {
                    m.iter()
                        .map(|m| format!("{}@{:?}", text_of(m).unwrap_or("?").split(' ').next().unwrap(), m.received))
                        .collect::<Vec<_>>()
                        .join(" ")
                };
                eprintln!("found {}\nagain {:?}", show(&found), again.map(|m| show(&m)));
                eprintln!(
                    "message `{text}` is listed {times} times; the call returned {}",
                    if sent { "Ok" } else { "Err" }
                );
            }
        }
    }
    // Without this, the state of the sandbox would grow.
    while let Err(error) = app.delete_conversation(&id).send() {
        counts.failed.fetch_add(1, Ordering::Relaxed);
        if error.status() == Some(404) {
            break;
        }
    }
    counts.conversations.fetch_add(1, Ordering::Relaxed);
}

fn text_of(message: &Message) -> Option<&str> {
    match &message.content {
        Some(Content::Text(text)) => text.text.as_deref(),
        _ => None,
    }
}

fn ok<T>(result: Result<T, Error>, counts: &Counts) -> Option<T> {
    if result.is_err() {
        counts.failed.fetch_add(1, Ordering::Relaxed);
    }
    result.ok()
}

/// Adds faults until the end.
fn inject(sandbox: &Sandbox, counts: &Counts) {
    let mut random = Random(0x5eed);
    while !counts.stop.load(Ordering::Relaxed) {
        let (choice, delay) = (random.next() % 12, Duration::from_millis(1 + random.next() % 80));
        let fault = match choice {
            0 => Fault::close(),
            1 => Fault::reset(),
            2 => Fault::truncate(),
            3 => Fault::close().after_acting(),
            4 => Fault::reset().after_acting(),
            5 => Fault::truncate().after_acting(),
            6 => Fault::status(500).after_acting(),
            7 => Fault::status(502).body("text/html", "<h1>Bad gateway</h1>"),
            8 => Fault::status(503),
            9 => Fault::status(429).retry_after(0),
            10 => Fault::status(409),
            _ => Fault::delay(delay),
        };
        sandbox.fault(fault.times(1 + random.next() % 3)).expect("a fault");
        counts.faults.fetch_add(1, Ordering::Relaxed);
        thread::sleep(Duration::from_millis(200));
        if sandbox.faults().len() > 100 {
            sandbox.clear_faults();
        }
    }
}

/// The resources of the process.
#[derive(Clone, Copy, Debug)]
struct Usage {
    memory_kb: u64,
    threads: u64,
    files: u64,
}

impl Usage {
    fn now() -> Self {
        let status = fs::read_to_string("/proc/self/status").expect("Linux");
        let number = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|line| line.split_whitespace().next()?.parse().ok()).expect("a number")
        };
        let files = fs::read_dir("/proc/self/fd").expect("Linux").count() as u64;
        Self { memory_kb: number("VmRSS:"), threads: number("Threads:"), files }
    }
}

/// Random numbers that are the same in every run (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}
