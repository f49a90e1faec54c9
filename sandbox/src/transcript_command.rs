//! The subcommands `transcript record` and `transcript replay`, which use a running sandbox.

use clap::{Args, Subcommand};
use serde_json::Value;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::transcript::{self, Transcript, junit};

/// Record and replay dialogues
#[derive(Subcommand)]
pub(crate) enum TranscriptCommand {
    /// Save a conversation as a transcript
    Record(Record),
    /// Play the user's half of transcripts against a bot, and compare its messages; exits with 1 if they differ
    Replay(Replay),
}

/// The sandbox to use.
#[derive(Args)]
struct Target {
    /// Address of the sandbox
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    url: String,

    /// Control token of a sandbox on another machine
    #[arg(long, env = "SUNCO_SANDBOX_CONTROL_TOKEN", hide_env_values = true)]
    token: Option<String>,

    /// ID of the app; by default, the first one
    #[arg(long)]
    app: Option<String>,
}

#[derive(Args)]
pub(crate) struct Record {
    #[command(flatten)]
    target: Target,

    /// ID of the conversation
    #[arg(long)]
    conversation: String,

    /// File to write; stdout by default
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Replay {
    #[command(flatten)]
    target: Target,

    /// Transcripts
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Seconds to wait for each message of the bot
    #[arg(long, value_name = "SECONDS", default_value_t = 10.0)]
    timeout: f64,

    /// Seconds to wait after the last step for messages that the transcript doesn't have
    #[arg(long, value_name = "SECONDS", default_value_t = 0.5)]
    quiet: f64,

    /// First step to play; earlier messages are placed in the conversation
    #[arg(long, value_name = "N", default_value_t = 1)]
    from_step: usize,

    /// External ID of the end user
    #[arg(long, value_name = "ID")]
    user: Option<String>,

    /// Name of the end user, such as "Ada Lovelace"
    #[arg(long)]
    name: Option<String>,

    /// Report to write, in JUnit's XML format
    #[arg(long, value_name = "FILE")]
    junit: Option<PathBuf>,
}

impl TranscriptCommand {
    /// Returns whether all replays matched.
    pub(crate) fn run(self) -> io::Result<bool> {
        match self {
            Self::Record(record) => record.run().map(|()| true),
            Self::Replay(replay) => replay.run(),
        }
    }
}

impl Record {
    fn run(self) -> io::Result<()> {
        let app = self.target.app()?;
        let conversation = encoded(&self.conversation);
        let path = format!("/sandbox/apps/{}/conversations/{conversation}/transcript", encoded(&app));
        let transcript = self.target.send("GET", &path, &[], "")?;
        match self.output {
            Some(file) => std::fs::write(&file, transcript).map_err(|error| located(&file, error)),
            None => io::stdout().write_all(transcript.as_bytes()),
        }
    }
}

impl Replay {
    fn run(self) -> io::Result<bool> {
        // Before anything is sent, so that a typo in the last file doesn't end a run in the middle.
        let mut transcripts = Vec::new();
        for file in &self.files {
            let text = std::fs::read_to_string(file).map_err(|error| located(file, error))?;
            text.parse::<Transcript>().map_err(|error| located(file, error))?;
            transcripts.push((file, text));
        }
        let app = self.target.app()?;
        let mut query = vec![
            ("timeout", self.timeout.to_string()),
            ("quiet", self.quiet.to_string()),
            ("fromStep", self.from_step.to_string()),
        ];
        query.extend(self.user.iter().map(|user| ("user", user.clone())));
        if let Some(name) = &self.name {
            let (given_name, surname) = name.split_once(' ').unwrap_or((name, ""));
            query.extend([("givenName", given_name.to_owned()), ("surname", surname.to_owned())]);
        }
        let (mut reports, mut is_success) = (Vec::new(), true);
        for (file, text) in transcripts {
            let path = format!("/sandbox/apps/{}/replay", encoded(&app));
            let replay = self.target.send("POST", &path, &query, &text).map_err(|error| located(file, error))?;
            let replay: transcript::Replay = serde_json::from_str(&replay)?;
            let passed = replay.is_success();
            is_success &= passed;
            let mut out = io::stdout();
            writeln!(out, "{} {}", if passed { "passed" } else { "FAILED" }, file.display())?;
            if !passed {
                write!(out, "{replay}")?;
            }
            reports.push((file.display().to_string(), replay));
        }
        if let Some(file) = &self.junit {
            let reports = reports.iter().map(|(name, replay)| (name.as_str(), replay));
            std::fs::write(file, junit(reports)).map_err(|error| located(file, error))?;
        }
        Ok(is_success)
    }
}

impl Target {
    fn app(&self) -> io::Result<String> {
        if let Some(app) = &self.app {
            return Ok(app.clone());
        }
        let state: Value = serde_json::from_str(&self.send("GET", "/sandbox/state", &[], "")?)?;
        let app = state["apps"][0]["id"].as_str();
        app.map(str::to_owned).ok_or_else(|| io::Error::other("the sandbox doesn't have an app"))
    }

    fn send(&self, method: &str, path: &str, query: &[(&str, String)], body: &str) -> io::Result<String> {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        let url = format!("{}{path}?{query}", self.url.trim_end_matches('/'));
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
        let mut request = ureq::http::Request::builder().method(method).uri(url.trim_end_matches('?'));
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let request =
            request.body(body.to_owned()).map_err(|error| io::Error::other(format!("{}: {error}", self.url)))?;
        let mut response = agent.run(request).map_err(|error| io::Error::other(format!("{}: {error}", self.url)))?;
        let text = response.body_mut().read_to_string().map_err(io::Error::other)?;
        if response.status().is_success() {
            return Ok(text);
        }
        let body: Value = serde_json::from_str(&text).unwrap_or_default();
        let titles = body["errors"].as_array().into_iter().flatten().filter_map(|error| error["title"].as_str());
        let titles: Vec<&str> = titles.collect();
        Err(io::Error::other(format!("{}: {}", response.status(), titles.join("; "))))
    }
}

fn encoded(segment: &str) -> String {
    percent_encoding::utf8_percent_encode(segment, percent_encoding::NON_ALPHANUMERIC).to_string()
}

fn located(file: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", file.display()))
}
