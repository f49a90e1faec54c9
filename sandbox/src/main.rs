//! The sandbox as a program, for any language and for a first look with curl.
#![forbid(unsafe_code)]

mod transcript_command;

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Parser, Subcommand};
use sunshine_conversations_sandbox::{Sandbox, SandboxBuilder};

use crate::transcript_command::TranscriptCommand;

/// The Sunshine Conversations API v2 in memory, for tests and first steps.
///
/// Prints the address and the credentials to use, and stops with Ctrl-C. The page at the address shows a chat, requests
/// and data. State is kept in memory, and in a file if you set one. Nothing leaves the machine, unless remote webhooks
/// are allowed. Every option can also be set with an environment variable.
#[derive(Parser)]
#[command(name = "sunshine-conversations-sandbox", version, args_conflicts_with_subcommands = true)]
struct Options {
    #[command(subcommand)]
    command: Option<Command>,

    /// Port to listen on; 0 selects a free port
    #[arg(long, env = "SUNCO_SANDBOX_PORT", default_value_t = 8080)]
    port: u16,

    /// Address to listen on; other machines need the control token for the control routes
    #[arg(long, env = "SUNCO_SANDBOX_HOST", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,

    /// URL under which clients reach the sandbox; used in every URL that it returns
    #[arg(long, env = "SUNCO_SANDBOX_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,

    /// Token for the control routes, required if other machines can reach the host
    #[arg(long, env = "SUNCO_SANDBOX_CONTROL_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    control_token: Option<String>,

    /// File that keeps the state between runs; an existing file takes precedence over the seed
    #[arg(long, env = "SUNCO_SANDBOX_STATE", value_name = "FILE")]
    state: Option<PathBuf>,

    /// JSON file with the initial state: a seed, or a snapshot
    #[arg(long, env = "SUNCO_SANDBOX_SEED", value_name = "FILE")]
    seed: Option<PathBuf>,

    /// Use the same IDs in every run, and start the clock at 2026-01-01T00:00:00Z; each request adds 1 ms
    #[arg(long, env = "SUNCO_SANDBOX_DETERMINISTIC")]
    deterministic: bool,

    /// Artificial response delay in milliseconds: 50, or a range such as 50-200
    #[arg(long, env = "SUNCO_SANDBOX_LATENCY", value_name = "MS", value_parser = latency)]
    latency: Option<(Duration, Duration)>,

    /// Rate limit: requests per seconds, such as 100/60; further requests get 429
    #[arg(long, env = "SUNCO_SANDBOX_RATE_LIMIT", value_name = "REQUESTS/SECONDS", value_parser = rate)]
    rate_limit: Option<(usize, Duration)>,

    /// Maximum number of messages per conversation; more get 423 [default: 30000]
    #[arg(long, env = "SUNCO_SANDBOX_MAX_MESSAGES", value_name = "N")]
    max_messages: Option<usize>,

    /// Factor for the delays between webhook attempts; 0.01 makes minutes seconds
    #[arg(long, env = "SUNCO_SANDBOX_WEBHOOK_RETRY_SCALE", value_name = "FACTOR", default_value_t = 1.0)]
    webhook_retry_scale: f64,

    /// Maximum number of events per webhook request; events within 50 ms are sent together
    #[arg(long, env = "SUNCO_SANDBOX_WEBHOOK_BATCH", value_name = "N", default_value_t = 1)]
    webhook_batch: usize,

    /// Send each webhook request twice
    #[arg(long, env = "SUNCO_SANDBOX_WEBHOOK_DUPLICATES")]
    webhook_duplicates: bool,

    /// Deliver events within 50 ms in reverse order
    #[arg(long, env = "SUNCO_SANDBOX_WEBHOOK_REORDER")]
    webhook_reorder: bool,

    /// Deliver events to webhooks on other machines, too
    #[arg(long, env = "SUNCO_SANDBOX_ALLOW_REMOTE_WEBHOOKS")]
    allow_remote_webhooks: bool,

    /// Require credentials for uploaded files
    #[arg(long, env = "SUNCO_SANDBOX_PRIVATE_ATTACHMENTS")]
    private_attachments: bool,

    /// Check that a sandbox accepts requests on the port of this machine, and exit
    #[arg(long)]
    check_health: bool,

    /// Log each request to stderr
    #[arg(long, env = "SUNCO_SANDBOX_LOG")]
    log: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Record and replay dialogues as tests of a bot
    #[command(subcommand)]
    Transcript(TranscriptCommand),
}

fn latency(text: &str) -> Result<(Duration, Duration), String> {
    let milliseconds = |text: &str| text.parse().map(Duration::from_millis);
    let (least, most) = text.split_once('-').unwrap_or((text, text));
    match (milliseconds(least), milliseconds(most)) {
        (Ok(least), Ok(most)) if least <= most => Ok((least, most)),
        _ => Err("expected milliseconds, such as 50 or 50-200".to_owned()),
    }
}

fn rate(text: &str) -> Result<(usize, Duration), String> {
    let parsed = text.split_once('/').and_then(|(requests, seconds)| {
        let per = Duration::try_from_secs_f64(seconds.parse().ok()?).ok()?;
        (!per.is_zero()).then_some((requests.parse().ok()?, per))
    });
    parsed.ok_or_else(|| "write 100/60".to_owned())
}

impl Options {
    fn builder(self) -> SandboxBuilder {
        let mut builder =
            Sandbox::builder().host(self.host).port(self.port).webhook_retry_scale(self.webhook_retry_scale);
        builder = builder.webhook_batch(self.webhook_batch);
        if let Some(url) = self.public_url {
            builder = builder.public_url(url);
        }
        if let Some(token) = self.control_token {
            builder = builder.control_token(token);
        }
        if let Some(path) = self.state {
            builder = builder.state_file(path);
        }
        if self.webhook_duplicates {
            builder = builder.duplicate_deliveries();
        }
        if self.webhook_reorder {
            builder = builder.reorder_deliveries();
        }
        if let Some(path) = self.seed {
            builder = builder.seed_file(path);
        }
        if self.deterministic {
            builder = builder.deterministic();
        }
        if let Some((least, most)) = self.latency {
            builder = builder.latency_between(least, most);
        }
        if let Some((requests, per)) = self.rate_limit {
            builder = builder.rate_limit(requests, per);
        }
        if let Some(messages) = self.max_messages {
            builder = builder.max_messages(messages);
        }
        if self.allow_remote_webhooks {
            builder = builder.allow_remote_webhooks();
        }
        if self.private_attachments {
            builder = builder.private_attachments();
        }
        if self.log { builder.log_to_stderr() } else { builder }
    }
}

fn main() -> ExitCode {
    let mut options = Options::parse();
    let done = match options.command.take() {
        Some(Command::Transcript(command)) => command.run(),
        None if options.check_health => check_health(options.port).map(|()| true),
        None => run(options).map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// For images without other programs.
fn check_health(port: u16) -> io::Result<()> {
    let url = format!("http://127.0.0.1:{port}/sandbox/health");
    ureq::get(&url).call().map(drop).map_err(|error| io::Error::other(format!("{url}: {error}")))
}

fn run(options: Options) -> io::Result<()> {
    if !options.host.is_loopback() {
        eprintln!("warning: {} may be reachable from other machines, and the keys are public", options.host);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        // Before the greeting: a signal after it stops the sandbox cleanly.
        let stopped = stop_signal()?;
        let sandbox = options.builder().start()?;
        // If stdout is closed, the address is already known.
        let _ = io::stdout().write_all(greeting(&sandbox).as_bytes());
        stopped.await;
        Ok(())
    })
}

#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // If Ctrl-C can't be handled, the system's default stays, which ends the program.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

fn greeting(sandbox: &Sandbox) -> String {
    let (base_url, local_url) = (sandbox.base_url(), sandbox.local_url());
    let address = if base_url == local_url { local_url } else { format!("{local_url} as {base_url}") };
    let app = sandbox.app_id();
    let (id, secret) = (sandbox.key_id(), sandbox.key_secret());
    let credentials = quoted(&format!("{id}:{secret}"));
    format!(
        "The sandbox listens on {address} (open this page in a browser; Ctrl-C stops it)

app id          {app}
key id          {id}
secret          {secret}
account key id  {account_id}
account secret  {account_secret}
service account {service_id} with the secret {service_secret}
OAuth client    {oauth_id} with the secret {oauth_secret}

A first request:
  curl -u {credentials} {base_url}/v2/apps/{app}/users -H 'Content-Type: application/json' -d '{{\"profile\": {{\"givenName\": \"Ada\"}}}}'
",
        account_id = sandbox.account_key_id(),
        account_secret = sandbox.account_key_secret(),
        service_id = sandbox.service_account_key_id(),
        service_secret = sandbox.service_account_key_secret(),
        oauth_id = sandbox.oauth_client_id(),
        oauth_secret = sandbox.oauth_client_secret(),
    )
}

/// Quotes for a shell; a seed may name keys freely.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-:.".contains(c);
    if text.chars().all(is_plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
