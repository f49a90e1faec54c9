//! The command line of the programs that run a sandbox.

use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};

use crate::http::settings::MAX_BATCH;
use crate::transcript_command::TranscriptCommand;
use crate::{Sandbox, SandboxBuilder};

/// Command line of a program that runs a sandbox, for clap: its options, and the subcommands for transcripts.
///
/// Requires the feature `options`.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    options: Options,

    /// Check that a sandbox accepts requests on the port of this machine, and exit
    #[arg(long)]
    check_health: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Record and replay dialogues as tests of a bot
    #[command(subcommand)]
    Transcript(TranscriptCommand),
}

impl Arguments {
    /// Runs a subcommand, or `serve` if there is none. Returns `false` if a replay differs from its transcript.
    ///
    /// # Errors
    /// The error of `serve`, of a file, or of the connection to the sandbox.
    pub fn run(self, serve: impl FnOnce(Options) -> io::Result<()>) -> io::Result<bool> {
        match self.command {
            Some(Command::Transcript(command)) => command.run(),
            None if self.check_health => check_health(self.options.port).map(|()| true),
            None => serve(self.options).map(|()| true),
        }
    }
}

/// For images without other programs.
fn check_health(port: u16) -> io::Result<()> {
    let url = format!("http://127.0.0.1:{port}/sandbox/health");
    ureq::get(&url).call().map(drop).map_err(|error| io::Error::other(format!("{url}: {error}")))
}

/// Options of a program that runs a sandbox, for clap. Each can also be set with an environment variable.
///
/// Requires the feature `options`.
#[derive(Clone, Args)]
pub struct Options {
    /// Port to listen on; 0 selects a free port
    #[arg(long, env = "SUNCO_SANDBOX_PORT", default_value_t = 8080)]
    pub port: u16,

    /// Address to listen on; other machines need the control token for the control routes
    #[arg(long, env = "SUNCO_SANDBOX_HOST", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub host: IpAddr,

    /// URL under which clients reach the sandbox; used in every URL that it returns
    #[arg(long, env = "SUNCO_SANDBOX_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,

    /// Token for the control routes, required if other machines can reach the host
    #[arg(long, env = "SUNCO_SANDBOX_CONTROL_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    pub control_token: Option<String>,

    /// File that keeps the state between runs; an existing file takes precedence over the seed
    #[arg(long, env = "SUNCO_SANDBOX_STATE", value_name = "FILE")]
    pub state: Option<PathBuf>,

    /// JSON file with the initial state: a seed, or a snapshot
    #[arg(long, env = "SUNCO_SANDBOX_SEED", value_name = "FILE")]
    pub seed: Option<PathBuf>,

    /// Use the same IDs in every run, and start the clock at 2026-01-01T00:00:00Z; each request adds 1 ms
    #[arg(long, env = "SUNCO_SANDBOX_DETERMINISTIC")]
    pub deterministic: bool,

    /// Artificial response delay in milliseconds: 50, or a range such as 50-200
    #[arg(long, env = "SUNCO_SANDBOX_LATENCY", value_name = "MS", value_parser = latency)]
    pub latency: Option<(Duration, Duration)>,

    /// Rate limit: requests per seconds, such as 100/60; further requests get 429
    #[arg(long, env = "SUNCO_SANDBOX_RATE_LIMIT", value_name = "REQUESTS/SECONDS", value_parser = rate)]
    pub rate_limit: Option<(usize, Duration)>,

    /// Maximum number of messages per conversation; more get 423 [default: 30000]
    #[arg(long, env = "SUNCO_SANDBOX_MAX_MESSAGES", value_name = "N")]
    pub max_messages: Option<usize>,

    /// Factor for the delays between webhook attempts; 0.01 makes minutes seconds
    #[arg(long, env = "SUNCO_SANDBOX_WEBHOOK_RETRY_SCALE", value_name = "FACTOR", default_value_t = 1.0)]
    pub webhook_retry_scale: f64,

    /// Maximum number of events per webhook request; events within 50 ms are sent together
    #[arg(long, env = "SUNCO_SANDBOX_WEBHOOK_BATCH", value_name = "N", default_value_t = 1, value_parser = batch)]
    pub webhook_batch: usize,

    /// Send each webhook request twice
    #[arg(long, env = "SUNCO_SANDBOX_WEBHOOK_DUPLICATES")]
    pub webhook_duplicates: bool,

    /// Deliver events within 50 ms in reverse order
    #[arg(long, env = "SUNCO_SANDBOX_WEBHOOK_REORDER")]
    pub webhook_reorder: bool,

    /// Deliver events to webhooks on other machines, too
    #[arg(long, env = "SUNCO_SANDBOX_ALLOW_REMOTE_WEBHOOKS")]
    pub allow_remote_webhooks: bool,

    /// Require credentials for uploaded files
    #[arg(long, env = "SUNCO_SANDBOX_PRIVATE_ATTACHMENTS")]
    pub private_attachments: bool,

    /// Log each request to stderr
    #[arg(long, env = "SUNCO_SANDBOX_LOG")]
    pub log: bool,
}

fn latency(text: &str) -> Result<(Duration, Duration), String> {
    let milliseconds = |text: &str| text.parse().map(Duration::from_millis);
    let (least, most) = text.split_once('-').unwrap_or((text, text));
    match (milliseconds(least), milliseconds(most)) {
        (Ok(least), Ok(most)) if least <= most => Ok((least, most)),
        _ => Err("expected milliseconds, such as 50 or 50-200".to_owned()),
    }
}

fn batch(text: &str) -> Result<usize, String> {
    let batch = text.parse().ok().filter(|batch| (1..=MAX_BATCH).contains(batch));
    batch.ok_or_else(|| format!("expected a number from 1 to {MAX_BATCH}"))
}

fn rate(text: &str) -> Result<(usize, Duration), String> {
    let parsed = text.split_once('/').and_then(|(requests, seconds)| {
        let per = Duration::try_from_secs_f64(seconds.parse().ok()?).ok()?;
        (!per.is_zero()).then_some((requests.parse().ok()?, per))
    });
    parsed.ok_or_else(|| "write 100/60".to_owned())
}

impl Options {
    /// Returns the warning to print before the sandbox starts.
    #[must_use]
    pub fn warning(&self) -> Option<String> {
        let message = || format!("{} may be reachable from other machines, and the keys are public", self.host);
        (!self.host.is_loopback()).then(message)
    }

    /// Returns a builder with these options.
    #[must_use]
    pub fn builder(self) -> SandboxBuilder {
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
