//! What a sandbox can be told before it starts.

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;

use crate::Sandbox;
use crate::clock::Clock;
use crate::context::Limits;
use crate::id::Ids;
use crate::pace::Rate;

/// The time of [`SandboxBuilder::deterministic`].
const FIXED_TIME: &str = "2026-01-01T00:00:00Z";

/// How a sandbox is to be, made by [`Sandbox::builder`]; whatever is left out is as [`Sandbox::start`] has it.
///
/// ```
/// use std::time::Duration;
/// use sunshine_conversations_sandbox::Sandbox;
///
/// let sandbox = Sandbox::builder()
///     .deterministic()
///     .latency(Duration::from_millis(5))
///     .rate_limit(100, Duration::from_secs(60))
///     .seed(serde_json::json!({"apps": [{"displayName": "Bakery", "users": [{"externalId": "steve"}]}]}))
///     .start()?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Default)]
pub struct SandboxBuilder {
    host: Option<IpAddr>,
    port: u16,
    clock: Option<String>,
    fixed_ids: bool,
    pub(crate) seed: Seed,
    latency: Option<RangeInclusive<Duration>>,
    rate: Option<Rate>,
    pub(crate) limits: Limits,
    retry_scale: Option<f64>,
    pub(crate) log: bool,
}

#[derive(Default)]
pub(crate) enum Seed {
    #[default]
    None,
    File(PathBuf),
    Json(Value),
}

impl SandboxBuilder {
    /// The port; 0, or none, takes a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// The address to listen at, in place of `127.0.0.1`. Whoever reaches it can use the API with the sandbox's well
    /// known keys; its control pages stay for clients on the same machine.
    pub fn host(mut self, host: IpAddr) -> Self {
        self.host = Some(host);
        self
    }

    /// A clock that stands at this time, written as the API does (`2026-01-01T00:00:00Z`), until
    /// [`Sandbox::advance`] moves it.
    pub fn fixed_clock(mut self, at: impl Into<String>) -> Self {
        self.clock = Some(at.into());
        self
    }

    /// Ids that are the same in every run.
    pub fn fixed_ids(mut self) -> Self {
        self.fixed_ids = true;
        self
    }

    /// Fixed ids, and a clock fixed at 2026-01-01T00:00:00Z: the same requests get the same answers, byte for byte.
    /// But for the port in links, which [`port`](Self::port) can fix.
    pub fn deterministic(self) -> Self {
        self.fixed_ids().fixed_clock(FIXED_TIME)
    }

    /// What it begins with, from a file: a seed, or a [`Snapshot`](crate::Snapshot) as JSON.
    pub fn seed_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.seed = Seed::File(path.into());
        self
    }

    /// What it begins with: a seed, or a [`Snapshot`](crate::Snapshot) as JSON.
    pub fn seed(mut self, json: Value) -> Self {
        self.seed = Seed::Json(json);
        self
    }

    /// How long every answer takes.
    pub fn latency(self, latency: Duration) -> Self {
        self.latency_between(latency, latency)
    }

    /// How long answers take: a time between these two, from a series that is the same in every run.
    pub fn latency_between(mut self, least: Duration, most: Duration) -> Self {
        self.latency = Some(least..=most.max(least));
        self
    }

    /// Takes so many requests in any stretch of time of this length; others get 429 with `Retry-After`. It counts all
    /// callers together, and by the machine's clock even where the sandbox's stands.
    pub fn rate_limit(mut self, requests: usize, per: Duration) -> Self {
        self.rate = Some(Rate { requests, per });
        self
    }

    /// How many messages a conversation can have before it answers 423; the API has it at 30,000.
    pub fn max_messages(mut self, messages: usize) -> Self {
        self.limits.messages = messages;
        self
    }

    /// What the pauses before another attempt to call a webhook are multiplied by: with 0.001 the four of the API (1, 2, 4
    /// and 8 minutes) take a second all together. They are the machine's time, whatever the sandbox's clock shows. 200 is the
    /// most; a negative number, or one that is no number (NaN), counts as 0.
    pub fn webhook_retry_scale(mut self, scale: f64) -> Self {
        self.retry_scale = Some(scale);
        self
    }

    /// How many apps the account can have before `CreateApp` answers 402; 1,000 where this is not called.
    pub fn max_apps(mut self, apps: usize) -> Self {
        self.limits.apps = apps;
        self
    }

    /// How large the body of an upload may be, in bytes, before it answers 413; the API has it at 50 MB.
    pub fn max_upload(mut self, bytes: usize) -> Self {
        self.limits.upload = bytes;
        self
    }

    /// Tells every request to stderr, in a line.
    pub fn log_to_stderr(mut self) -> Self {
        self.log = true;
        self
    }

    /// Starts it; it answers as soon as this returns.
    ///
    /// # Errors
    /// When the port cannot be bound or no thread started; and of the kind [`io::ErrorKind::InvalidInput`] when the
    /// time of the clock, or the seed, is not what it should be: the error names the place in the seed.
    pub fn start(self) -> io::Result<Sandbox> {
        Sandbox::start_as(self)
    }

    pub(crate) fn bind(&self) -> io::Result<TcpListener> {
        let address = SocketAddr::new(self.host.unwrap_or(Ipv4Addr::LOCALHOST.into()), self.port);
        let listener = TcpListener::bind(address).map_err(|error| {
            let what = match error.kind() {
                io::ErrorKind::AddrInUse => "another program listens there; choose another port, or 0 for a free one",
                _ => "cannot listen there",
            };
            io::Error::new(error.kind(), format!("{address}: {what} ({error})"))
        })?;
        listener.set_nonblocking(true)?;
        Ok(listener)
    }

    pub(crate) fn clock(&self) -> io::Result<Clock> {
        let Some(at) = &self.clock else { return Ok(Clock::machine()) };
        at.parse().map(Clock::fixed).map_err(|error| invalid(format!("the fixed clock: {at:?} is no time: {error}")))
    }

    pub(crate) fn ids(&self) -> Ids {
        if self.fixed_ids { Ids::fixed() } else { Ids::unique() }
    }

    pub(crate) fn retry_scale(&self) -> f64 {
        let scale = self.retry_scale.unwrap_or(1.0);
        // More than a day for the last pause has no use, and would not fit into a duration at some point.
        if scale.is_nan() { 0.0 } else { scale.clamp(0.0, 200.0) }
    }

    pub(crate) fn pace(&self) -> crate::pace::Pace {
        crate::pace::Pace::new(self.latency.clone(), self.rate)
    }
}

impl Seed {
    /// The seed's JSON, and what to call it in an error.
    pub(crate) fn read(&self) -> io::Result<Option<(String, Value)>> {
        match self {
            Self::None => Ok(None),
            Self::Json(json) => Ok(Some(("seed".to_owned(), json.clone()))),
            Self::File(path) => {
                let name = path.display().to_string();
                let text =
                    std::fs::read(path).map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?;
                let json =
                    serde_json::from_slice(&text).map_err(|error| invalid(format!("{name}: not JSON: {error}")))?;
                Ok(Some((name, json)))
            }
        }
    }
}

pub(crate) fn invalid(what: impl Into<String>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, what.into())
}

impl fmt::Debug for SandboxBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SandboxBuilder").field("host", &self.host).field("port", &self.port).finish_non_exhaustive()
    }
}
