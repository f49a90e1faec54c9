//! Settings of a sandbox before it starts.

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
use crate::delivery::Courier;
use crate::id::Ids;
use crate::rate_limit::Rate;

/// The time of [`SandboxBuilder::deterministic`].
const FIXED_TIME: &str = "2026-01-01T00:00:00Z";

/// Configures a sandbox; created by [`Sandbox::builder`]. Unset settings are as with [`Sandbox::start`].
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
    remote_webhooks: bool,
    pub(crate) private_attachments: bool,
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
    /// Sets the port. Defaults to 0, which selects a free port.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Sets the address to listen on. Defaults to `127.0.0.1`. Anyone who can reach it can use the API, because the
    /// sandbox's keys are public. The control routes only accept local clients.
    pub fn host(mut self, host: IpAddr) -> Self {
        self.host = Some(host);
        self
    }

    /// Fixes the clock at a time, in the API's format (`2026-01-01T00:00:00Z`). [`Sandbox::advance`] moves it.
    pub fn fixed_clock(mut self, at: impl Into<String>) -> Self {
        self.clock = Some(at.into());
        self
    }

    /// Assigns the same IDs in every run.
    pub fn fixed_ids(mut self) -> Self {
        self.fixed_ids = true;
        self
    }

    /// Fixes the IDs, and the clock at 2026-01-01T00:00:00Z: the same requests get the same responses, byte for byte,
    /// except for the port in links, which [`port`](Self::port) can fix.
    pub fn deterministic(self) -> Self {
        self.fixed_ids().fixed_clock(FIXED_TIME)
    }

    /// Loads the initial state from a file: a seed, or a [`Snapshot`](crate::Snapshot) as JSON.
    pub fn seed_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.seed = Seed::File(path.into());
        self
    }

    /// Sets the initial state: a seed, or a [`Snapshot`](crate::Snapshot) as JSON.
    pub fn seed(mut self, json: Value) -> Self {
        self.seed = Seed::Json(json);
        self
    }

    /// Sets an artificial response delay.
    pub fn latency(self, latency: Duration) -> Self {
        self.latency_between(latency, latency)
    }

    /// Sets an artificial response delay between two values, from a series that is the same in every run.
    pub fn latency_between(mut self, least: Duration, most: Duration) -> Self {
        self.latency = Some(least..=most.max(least));
        self
    }

    /// Allows at most `requests` per `per`, counted over all callers. Further requests get 429 with `Retry-After`. Uses
    /// the machine's clock, even if the sandbox's clock is fixed.
    pub fn rate_limit(mut self, requests: usize, per: Duration) -> Self {
        self.rate = Some(Rate { requests, per });
        self
    }

    /// Sets the maximum number of messages per conversation; more get 423. Defaults to 30,000, like the API.
    pub fn max_messages(mut self, messages: usize) -> Self {
        self.limits.messages = messages;
        self
    }

    /// Scales the delays between attempts of a webhook delivery. With 0.001, the API's four delays (1, 2, 4 and 8
    /// minutes) take about a second in total. They use the machine's clock. At most 200; negative numbers and NaN count
    /// as 0. Defaults to 1.
    pub fn webhook_retry_scale(mut self, scale: f64) -> Self {
        self.retry_scale = Some(scale);
        self
    }

    /// Delivers events to webhooks on other machines, too. By default, only those on this machine are called, so that a request to
    /// the sandbox can't reach other machines of its network. A refused delivery is listed in
    /// [`Sandbox::deliveries`] with its error.
    pub fn allow_remote_webhooks(mut self) -> Self {
        self.remote_webhooks = true;
        self
    }

    /// Requires credentials for uploaded files: an API key, JWT or access token with access to their app. By default, anyone
    /// with the URL can read them. Accounts created on or after December 5, 2024 have private attachments.
    pub fn private_attachments(mut self) -> Self {
        self.private_attachments = true;
        self
    }

    /// Sets the maximum number of apps; `CreateApp` returns 402 for more. Defaults to 1,000.
    pub fn max_apps(mut self, apps: usize) -> Self {
        self.limits.apps = apps;
        self
    }

    /// Sets the maximum size of an upload's body, in bytes; larger uploads get 413. Defaults to 50 MB, like the API.
    pub fn max_upload(mut self, bytes: usize) -> Self {
        self.limits.upload = bytes;
        self
    }

    /// Logs each request to stderr.
    pub fn log_to_stderr(mut self) -> Self {
        self.log = true;
        self
    }

    /// Starts the sandbox. It accepts requests when this returns.
    ///
    /// # Errors
    /// If the port can't be bound or no thread can be started. The kind is [`io::ErrorKind::InvalidInput`] if the
    /// clock's time or the seed isn't valid; the error names the place in the seed.
    pub fn start(self) -> io::Result<Sandbox> {
        Sandbox::start_as(self)
    }

    pub(crate) fn bind(&self) -> io::Result<TcpListener> {
        let address = SocketAddr::new(self.host.unwrap_or(Ipv4Addr::LOCALHOST.into()), self.port);
        let listener = TcpListener::bind(address).map_err(|error| {
            let what = match error.kind() {
                io::ErrorKind::AddrInUse => "the port is in use; choose another port, or 0 for a free one",
                _ => "can't listen on this address",
            };
            io::Error::new(error.kind(), format!("{address}: {what} ({error})"))
        })?;
        listener.set_nonblocking(true)?;
        Ok(listener)
    }

    pub(crate) fn clock(&self) -> io::Result<Clock> {
        let Some(at) = &self.clock else { return Ok(Clock::machine()) };
        at.parse()
            .map(Clock::fixed)
            .map_err(|error| invalid(format!("the fixed clock: {at:?} isn't a valid time: {error}")))
    }

    pub(crate) fn ids(&self) -> Ids {
        if self.fixed_ids { Ids::fixed() } else { Ids::unique() }
    }

    pub(crate) fn courier(&self) -> Courier {
        let scale = self.retry_scale.unwrap_or(1.0);
        // Delays of more than a day aren't useful, and larger ones would overflow a duration.
        Courier::new(if scale.is_nan() { 0.0 } else { scale.clamp(0.0, 200.0) }, self.remote_webhooks)
    }

    pub(crate) fn throttle(&self) -> crate::rate_limit::Throttle {
        crate::rate_limit::Throttle::new(self.latency.clone(), self.rate)
    }
}

impl Seed {
    /// The seed's JSON, and its name in errors.
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
