//! Settings of a sandbox before it starts.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use std::{fmt, io};

use axum::http::Uri;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use crate::Sandbox;
use crate::delivery::courier::{Courier, DeliverySettings};
use crate::delivery::feed::Feed;
use crate::http::access::Access;
use crate::http::rate_limit::Rate;
use crate::model::context::Limits;
use crate::model::snapshot::Snapshot;
use crate::util::clock::Clock;
use crate::util::error::invalid;
use crate::util::id::Ids;

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
    clock_step: Duration,
    pub(crate) seed: Seed,
    latency: Option<RangeInclusive<Duration>>,
    rate: Option<Rate>,
    pub(crate) limits: Limits,
    retry_scale: Option<f64>,
    remote_webhooks: bool,
    pub(crate) private_attachments: bool,
    pub(crate) log: bool,
    pub(crate) public_url: Option<String>,
    control_token: Option<String>,
    pub(crate) state_file: Option<PathBuf>,
    deliveries: DeliverySettings,
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
    /// sandbox's keys are public. If other machines can reach it, a [`control_token`](Self::control_token) is required.
    pub fn host(mut self, host: IpAddr) -> Self {
        self.host = Some(host);
        self
    }

    /// Sets the URL under which clients reach the sandbox, such as that of a container. It is part of every URL that the
    /// sandbox returns. Defaults to the address.
    pub fn public_url(mut self, url: impl Into<String>) -> Self {
        self.public_url = Some(url.into().trim_end_matches('/').to_owned());
        self
    }

    /// Sets a token that lets clients on other machines use the control routes, as `Authorization: Bearer …`. Local
    /// clients don't need it. It has at least 8 characters: letters, digits and `-._~`.
    pub fn control_token(mut self, token: impl Into<String>) -> Self {
        self.control_token = Some(token.into());
        self
    }

    /// Keeps the state in a file: loads it if the file exists, and saves it within seconds after a change and when the
    /// sandbox is dropped. The file always contains a complete snapshot, even if the program is killed. An existing
    /// file takes precedence over a [`seed`](Self::seed).
    pub fn state_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.state_file = Some(path.into());
        self
    }

    /// Delivers up to this many events per webhook request. Defaults to 1. Events that occur within 50 ms are sent
    /// together.
    pub fn webhook_batch(mut self, events: usize) -> Self {
        self.deliveries.batch = events.max(1);
        self
    }

    /// Sends each webhook request twice, because the API may repeat events.
    pub fn duplicate_deliveries(mut self) -> Self {
        self.deliveries.duplicate = true;
        self
    }

    /// Delivers events that occur within 50 ms in reverse order, because the API doesn't guarantee the order.
    pub fn reorder_deliveries(mut self) -> Self {
        self.deliveries.reorder = true;
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

    /// Fixes the IDs, and starts the clock at 2026-01-01T00:00:00Z. It advances by 1 ms with each request or simulated
    /// event, so that times are in the order of events. The same requests get the same responses, byte for byte, except
    /// for the port in links, which [`port`](Self::port) can fix.
    pub fn deterministic(mut self) -> Self {
        self.clock_step = Duration::from_millis(1);
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
    /// If the port can't be bound, no thread can be started, or the state file can't be written. The kind is
    /// [`io::ErrorKind::InvalidInput`] if the clock's time or the seed isn't valid, or if other machines can reach the
    /// address and no control token is set; the error names the place in the seed.
    pub fn start(self) -> io::Result<Sandbox> {
        Sandbox::start_as(self)
    }

    /// Checks the settings that depend on one another.
    pub(crate) fn check(&self) -> io::Result<()> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
        if let Some(token) = &self.control_token
            && (token.len() < 8 || !token.chars().all(is_plain))
        {
            return Err(invalid("the control token must have at least 8 characters: letters, digits and -._~"));
        }
        if let Some(url) = &self.public_url {
            let is_http = url.parse::<Uri>().is_ok_and(|uri| {
                let authority = uri.authority().map_or("", |authority| authority.as_str());
                matches!(uri.scheme_str(), Some("http" | "https")) && !authority.is_empty() && !authority.contains('@')
            }) && !url.contains(['?', '#']);
            if !is_http {
                return Err(invalid(format!(
                    "the public URL {url:?} must start with http:// or https:// and have a host, but no credentials, query or fragment"
                )));
            }
        }
        let host = self.host.unwrap_or(Ipv4Addr::LOCALHOST.into());
        if !host.to_canonical().is_loopback() && self.control_token.is_none() {
            return Err(invalid(format!(
                "other machines may reach the host {host} and could read and change the state: set a control token \
                 (`--control-token` or `SandboxBuilder::control_token`)"
            )));
        }
        Ok(())
    }

    pub(crate) fn access(&self, address: SocketAddr) -> Access {
        let public = self.public_url.as_ref().and_then(|url| url.parse::<Uri>().ok());
        Access {
            token: self.control_token.clone(),
            public_authority: public.and_then(|uri| uri.authority().map(ToString::to_string)),
            is_local: address.ip().to_canonical().is_loopback(),
        }
    }

    /// The state file if it exists, otherwise the seed.
    pub(crate) fn initial_state(&self) -> io::Result<Option<(String, Initial)>> {
        match &self.state_file {
            Some(path) if path.exists() => Seed::File(path.clone()).read(),
            _ => self.seed.read(),
        }
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
            .map(|at| Clock::fixed(at).with_step(self.clock_step))
            .map_err(|error| invalid(format!("the fixed clock: {at:?} isn't a valid time: {error}")))
    }

    pub(crate) fn ids(&self) -> Ids {
        if self.fixed_ids { Ids::fixed() } else { Ids::unique() }
    }

    pub(crate) fn courier(&self, feed: Arc<Feed>) -> Courier {
        let scale = self.retry_scale.unwrap_or(1.0);
        // Delays of more than a day aren't useful, and larger ones would overflow a duration.
        let scale = if scale.is_nan() { 0.0 } else { scale.clamp(0.0, 200.0) };
        Courier::new(scale, self.remote_webhooks, self.deliveries, feed)
    }

    pub(crate) fn throttle(&self) -> crate::http::rate_limit::Throttle {
        crate::http::rate_limit::Throttle::new(self.latency.clone(), self.rate)
    }
}

/// The initial state, as it was read.
pub(crate) enum Initial {
    /// Its text, because a parsed value takes many times the memory.
    Seed(Box<RawValue>),
    Snapshot(Box<Snapshot>),
}

impl Initial {
    fn of_json(json: &Value) -> Result<Self, serde_json::Error> {
        match json.get("snapshot") {
            Some(_) => serde_json::from_slice(&serde_json::to_vec(json)?).map(Self::Snapshot),
            None => to_raw_value(json).map(Self::Seed),
        }
    }

    /// A snapshot is read directly, because it may be large.
    fn of_text(text: &[u8]) -> Result<Self, String> {
        #[derive(Deserialize)]
        struct Probe {
            snapshot: Option<IgnoredAny>,
        }
        let is_snapshot = serde_json::from_slice::<Probe>(text).is_ok_and(|probe| probe.snapshot.is_some());
        if is_snapshot {
            return serde_json::from_slice(text).map(Self::Snapshot).map_err(|error| error.to_string());
        }
        serde_json::from_slice(text).map(Self::Seed).map_err(|error| format!("not JSON: {error}"))
    }
}

impl Seed {
    /// The seed's JSON, and its name in errors.
    pub(crate) fn read(&self) -> io::Result<Option<(String, Initial)>> {
        match self {
            Self::None => Ok(None),
            Self::Json(json) => {
                let name = "seed".to_owned();
                let initial = Initial::of_json(json).map_err(|error| invalid(format!("{name}: {error}")))?;
                Ok(Some((name, initial)))
            }
            Self::File(path) => {
                let name = path.display().to_string();
                let text =
                    std::fs::read(path).map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?;
                let initial = Initial::of_text(&text).map_err(|error| invalid(format!("{name}: {error}")))?;
                Ok(Some((name, initial)))
            }
        }
    }
}

impl fmt::Debug for SandboxBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SandboxBuilder").field("host", &self.host).field("port", &self.port).finish_non_exhaustive()
    }
}
