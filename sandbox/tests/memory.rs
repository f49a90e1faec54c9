//! The memory that the program takes for many messages, as Linux reports it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;
use std::{env, fs};

use serde_json::{Value, json};

const MESSAGES: usize = 100;

struct Program {
    child: Child,
    url: String,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sunshine-conversations-sandbox"));
        let mut child =
            command.args(["--port", "0"]).args(arguments).stdout(Stdio::piped()).spawn().expect("a program");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("stdout")).read_line(&mut line).expect("a greeting");
        let url = line.split(' ').find(|word| word.starts_with("http://")).expect("an address").to_owned();
        Self { child, url }
    }

    fn file(&self, name: &str) -> PathBuf {
        Path::new("/proc").join(self.child.id().to_string()).join(name)
    }

    /// The resident memory (`VmRSS`) or its peak (`VmHWM`), in MB.
    fn megabytes(&self, what: &str) -> f64 {
        let status = fs::read_to_string(self.file("status")).expect("a status");
        let line = status.lines().find(|line| line.starts_with(what)).expect("a line");
        let kilobytes: f64 = line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number");
        kilobytes * 1024.0 / 1e6
    }

    /// How much the memory exceeds the current one while something happens.
    fn peak(&self, action: impl FnOnce()) -> f64 {
        fs::write(self.file("clear_refs"), "5").expect("reset");
        let before = self.megabytes("VmRSS");
        action();
        self.megabytes("VmHWM") - before
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn seed(users: usize) -> Value {
    let user = |number: usize| json!({"$id": format!("u{number}"), "externalId": format!("user {number}")});
    let message = |user: usize, number: usize| {
        let author = match number % 2 {
            0 => json!({"type": "user", "userId": format!("${{u{user}}}")}),
            _ => json!({"type": "business"}),
        };
        json!({"author": author, "content": {"type": "text", "text": format!("Hello! This is message {number}.")}})
    };
    let conversation = |user: usize| {
        let messages: Vec<Value> = (0..MESSAGES).map(|number| message(user, number)).collect();
        json!({"type": "personal", "participants": [{"userExternalId": format!("user {user}")}], "messages": messages})
    };
    let conversations: Vec<Value> = (0..users).map(conversation).collect();
    json!({"apps": [{"users": (0..users).map(user).collect::<Vec<_>>(), "conversations": conversations}]})
}

/// The memory in MB after a seed is loaded, and more than that while a snapshot is read and written.
struct Measured {
    idle: f64,
    read: f64,
    written: f64,
    snapshot: f64,
}

fn measure(users: usize) -> Measured {
    let file = env::temp_dir().join(format!("sandbox-memory-{}-{users}.json", std::process::id()));
    fs::write(&file, seed(users).to_string()).expect("a file");
    let begin = Instant::now();
    let program = Program::start(&["--seed", file.to_str().expect("text")]);
    println!("{users} users with {MESSAGES} messages each, loaded in {:.1} s", begin.elapsed().as_secs_f64());
    let idle = program.megabytes("VmRSS");
    let url = format!("{}/sandbox/snapshot", program.url);
    let mut text = Vec::new();
    let read = program.peak(|| {
        let mut response = ureq::get(&url).call().expect("a snapshot");
        text = response.body_mut().with_config().limit(u64::MAX).read_to_vec().expect("a snapshot");
    });
    let written = program.peak(|| {
        ureq::put(&url).send(&text).expect("restored");
    });
    let _ = fs::remove_file(&file);
    let snapshot = u32::try_from(text.len()).map_or(f64::MAX, f64::from) / 1e6;
    println!(
        "idle {idle:.0} MB; snapshot {snapshot:.1} MB; peak over idle {read:.0} MB (read), {written:.0} MB (written)"
    );
    Measured { idle, read, written, snapshot }
}

#[test]
fn memory_grows_with_the_records_only() {
    let empty = Program::start(&[]).megabytes("VmRSS");
    let Measured { idle, read, written, snapshot } = measure(20);
    println!("empty {empty:.0} MB");
    // It was thirty times the snapshot, when seeds were parsed at once.
    assert!(idle - empty < 8.0 * snapshot + 2.0, "{idle} MB");
    // A few MB of buffers and threads are the same for each size.
    assert!(read < 2.0 * snapshot + 4.0, "{read} MB");
    assert!(written < 4.0 * snapshot + 4.0, "{written} MB");
}

/// `cargo test --release --test integration memory -- --ignored --nocapture`
#[test]
#[ignore = "a measurement"]
fn a_thousand_users_with_a_hundred_messages_each() {
    let Measured { idle, read, written, snapshot } = measure(1_000);
    assert!(idle < 120.0 && read < 2.0 * snapshot && written < 2.0 * snapshot);
}
