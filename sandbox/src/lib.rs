//! The Sunshine Conversations API v2 on your own machine, in memory.
//!
//! A [`Sandbox`] is an HTTP server on its own loopback port. It reads the same OpenAPI document as the SDK, validates
//! every request against it, and keeps state in memory until it is dropped:
//!
//! ```
//! use sunshine_conversations_sandbox::Sandbox;
//!
//! let sandbox = Sandbox::start()?;
//! let users = format!("{}/v2/apps/{}/users", sandbox.base_url(), sandbox.app_id());
//! let response = ureq::post(&users)
//!     .header("Authorization", format!("Bearer {}", sandbox.token()))
//!     .send(r#"{"externalId": "steve"}"#);
//! assert!(matches!(response, Err(ureq::Error::StatusCode(415)))); // the content type is missing
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # For tests
//!
//! [`Sandbox::builder`] fixes the clock, IDs and port, loads a seed from JSON, adds latency and limits the request
//! rate. [`Sandbox::fault`] makes the next requests fail, [`Sandbox::journal`] lists the requests, and
//! [`Sandbox::snapshot`], [`restore`](Sandbox::restore) and [`reset`](Sandbox::reset) save and restore the state.
//!
//! The sandbox delivers webhooks, including events of simulated [end users](Sandbox::end_user), so you can test a bot
//! end to end.
//!
//! # Control over HTTP
//!
//! Tests in other languages can do the same under `/sandbox/…`; the page at `/` lists the routes. They aren't part
//! of the API and need no credentials. They only accept local clients, and reject requests from web pages of other
//! sites.
//!
//! # Strictness
//!
//! Paths that aren't in the document return 404, and unsupported methods 405. A response that violates the document is
//! never sent: it becomes a 500 that names the violation.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod api;
mod builder;
mod control;
mod delivery;
mod domain;
mod end_user;
mod http;
mod model;
#[cfg(feature = "options")]
mod options;
mod outside;
mod router;
mod seed;
mod simulate;
mod spec;
mod state_file;
mod transcript;
#[cfg(feature = "options")]
mod transcript_command;
mod util;

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::oneshot;

use crate::builder::Initial;
use crate::http::journal::Criteria;
use crate::http::server::Server;
use crate::model::caller::Scope;
use crate::model::context::Context;
use crate::model::oauth::OAuthClient;
use crate::model::state::{App, Key, ServiceAccount, State};
use crate::state_file::StateFile;
use crate::util::error::invalid;
use crate::util::id::Ids;

pub use crate::builder::SandboxBuilder;
pub use crate::delivery::courier::Delivery;
pub use crate::end_user::EndUser;
pub use crate::http::fault::{Fault, InvalidFault};
pub use crate::http::journal::{JournalBody, JournalEntry};
pub use crate::model::device::Platform;
pub use crate::model::snapshot::Snapshot;
pub use crate::model::zendesk_user::ZendeskUser;
#[cfg(feature = "options")]
pub use crate::options::{Arguments, Options};
pub use crate::transcript::{Replay, ReplayOptions, ReplayStep, Transcript, junit};

/// A running sandbox: started by [`Sandbox::start`] or a [builder](Sandbox::builder), stopped when dropped.
///
/// Each sandbox has its own port and state, so tests that run at the same time don't affect each other.
pub struct Sandbox {
    server: Arc<Server>,
    address: SocketAddr,
    known: Known,
    /// Saves the state when it is dropped.
    state_file: Option<StateFile>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Sandbox {
    /// Starts a sandbox on a free loopback port, with one app that has a key. It accepts requests when this returns.
    ///
    /// # Errors
    /// If no port can be bound or no thread can be started.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// Configures a sandbox before starting it: a seed, a port, a clock.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::default()
    }

    fn start_as(builder: SandboxBuilder) -> io::Result<Self> {
        builder.check()?;
        let seed = builder.initial_state()?;
        let listener = builder.bind()?;
        let address = listener.local_addr()?;
        let context = Context {
            base_url: builder.public_url.clone().unwrap_or_else(|| base_url(address)),
            clock: builder.clock()?,
            ids: builder.ids(),
            limits: builder.limits,
            private_attachments: builder.private_attachments,
        };
        let feed = Arc::default();
        let courier = builder.courier(Arc::clone(&feed));
        let server = Server::new(context, builder.access(address), builder.throttle(), builder.log, courier, feed)
            .map_err(invalid)?;
        let server = Arc::new(server);
        *server.state() = account();
        match seed {
            None => server.state().apps.push(first_app(&server.context.ids)),
            Some((name, initial)) => {
                begin_with(&server, initial).map_err(|error| invalid(format!("{name}: {error}")))?
            }
        }
        let known =
            Known::new(&server.state()).ok_or_else(|| invalid("the snapshot doesn't have an app with a key"))?;
        server.begin_here();
        let state_file = builder.state_file.map(|path| StateFile::start(path, Arc::clone(&server))).transpose()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let serving = Arc::clone(&server);
        let thread = std::thread::Builder::new().name("sandbox".to_owned()).spawn(move || {
            runtime.block_on(router::run(listener, serving, stopped));
            // Unfinished webhook deliveries must not delay the drop.
            runtime.shutdown_background();
        })?;
        Ok(Self { server, address, known, state_file, stop: Some(stop), thread: Some(thread) })
    }

    /// Returns the base URL, such as `http://127.0.0.1:41234`, or the [public URL](SandboxBuilder::public_url). Paths
    /// (`/v2/…`) follow it directly.
    pub fn base_url(&self) -> &str {
        &self.server.context.base_url
    }

    /// Returns the URL of the address that the sandbox listens on, such as `http://127.0.0.1:41234`. It differs from the
    /// [base URL](Self::base_url) if a [public URL](SandboxBuilder::public_url) is set.
    pub fn local_url(&self) -> String {
        base_url(self.address)
    }

    /// Returns the ID of the initial app; if the seed has several, of the first.
    pub fn app_id(&self) -> &str {
        &self.known.app_id
    }

    /// Returns the key ID: the user name of Basic authentication.
    pub fn key_id(&self) -> &str {
        &self.known.app_key.id
    }

    /// Returns the key's secret: the password of Basic authentication.
    pub fn key_secret(&self) -> &str {
        &self.known.app_key.secret
    }

    /// Returns the ID of the account's key, with scope `account`: it can create apps and keys.
    pub fn account_key_id(&self) -> &str {
        &self.known.account_key.id
    }

    /// Returns the secret of the account's key.
    pub fn account_key_secret(&self) -> &str {
        &self.known.account_key.secret
    }

    /// Returns the ID of a service account, initially without apps.
    pub fn service_account_id(&self) -> &str {
        &self.known.service_account.id
    }

    /// Returns the ID of the service account's key. It can create apps, and only sees those.
    pub fn service_account_key_id(&self) -> &str {
        &self.known.service_account_key.id
    }

    /// Returns the secret of the service account's key.
    pub fn service_account_key_secret(&self) -> &str {
        &self.known.service_account_key.secret
    }

    /// Returns the client ID of an OAuth integration. Any redirect URI is allowed.
    pub fn oauth_client_id(&self) -> &str {
        &self.known.oauth_client.id
    }

    /// Returns the client secret that goes with [`oauth_client_id`](Self::oauth_client_id).
    pub fn oauth_client_secret(&self) -> &str {
        &self.known.oauth_client.secret
    }

    /// Returns a token for `Authorization: Bearer`: a JWT of the app's key.
    pub fn token(&self) -> &str {
        &self.known.token
    }

    /// Advances the clock, whether it is fixed or the machine's. Rate limits and the delays between webhook attempts
    /// use the machine's clock and aren't affected.
    pub fn advance(&self, by: Duration) {
        self.server.advance(by);
    }

    /// Returns a copy of the state: records, IDs and clock. The journal and faults aren't included.
    pub fn snapshot(&self) -> Snapshot {
        self.server.snapshot()
    }

    /// Replaces the state with that of a snapshot. IDs that were assigned since are assigned again.
    /// [`deliveries`](Self::deliveries) are cleared, and pending webhook deliveries are dropped. Faults and the journal
    /// stay.
    ///
    /// A snapshot of another sandbox is accepted, but [`app_id`](Self::app_id) and the credentials here don't match its
    /// apps. To use those, start a sandbox with the snapshot [as its seed](SandboxBuilder::seed).
    ///
    /// # Errors
    /// If the snapshot was created from JSON whose records aren't valid.
    pub fn restore(&self, snapshot: &Snapshot) -> io::Result<()> {
        self.server.restore(snapshot.clone()).map_err(|error| invalid(error.to_string()))
    }

    /// Restores the initial state, and clears faults, the journal and deliveries.
    pub fn reset(&self) {
        self.server.reset();
    }

    /// Adds a fault. Faults apply to matching requests in the order they were added.
    ///
    /// # Errors
    /// If the fault can never apply: the operation isn't in the document, or the status code isn't valid.
    pub fn fault(&self, fault: Fault) -> Result<(), InvalidFault> {
        self.server.faults.add(fault)
    }

    /// Returns all faults, including used ones, with the number of hits of each.
    pub fn faults(&self) -> Vec<Fault> {
        self.server.faults.all()
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.server.faults.clear();
    }

    /// Returns the requests to the API with their responses, in the order of the responses, including requests to
    /// unknown paths. A request is listed once its response is sent. Keeps the last 10,000, or fewer if they exceed 64 MB in
    /// total.
    pub fn journal(&self) -> Vec<JournalEntry> {
        self.server.journal.matching(&Criteria::default())
    }

    /// Returns the requests of an operation, by its ID in the document: `PostMessage`.
    ///
    /// # Errors
    /// If the document doesn't have the operation, so that a typo can't make a test pass.
    pub fn requests_to(&self, operation: &str) -> io::Result<Vec<JournalEntry>> {
        let criteria = Criteria::of(operation).map_err(|error| invalid(error.titles().join("; ")))?;
        Ok(self.server.journal.matching(&criteria))
    }

    /// Returns the webhook deliveries and their results, oldest first. Each attempt is listed. Keeps the last 10,000, or
    /// fewer if their bodies exceed 64 MB in total.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.server.courier.kept()
    }

    /// Waits until all events have been delivered to the registered webhooks: each delivery has succeeded, or failed
    /// after its last attempt. If the bot handles events before it responds, it has handled them all. Returns `false`
    /// if a delivery is still pending after this time, either because the webhook is slow or because another attempt is
    /// due; [`webhook_retry_scale`](SandboxBuilder::webhook_retry_scale) shortens the delays.
    pub fn wait_for_deliveries(&self, at_most: Duration) -> bool {
        self.server.courier.wait(at_most)
    }

    /// Returns a conversation of [`app_id`](Self::app_id) as a transcript, to replay it as a test.
    ///
    /// # Errors
    /// If the conversation doesn't exist or has several users.
    pub fn transcript(&self, conversation: &str) -> io::Result<Transcript> {
        let state = self.server.state_of(self.app_id());
        let transcript = transcript::transcript_of(&state, self.base_url(), self.app_id(), conversation);
        transcript.map_err(simulate::failure)
    }

    /// Plays the user's half of a transcript as a new end user, and compares the messages that the bot sends: the short
    /// form of [`replay_with`](Self::replay_with) with the default options.
    ///
    /// # Errors
    /// See [`replay_with`](Self::replay_with).
    pub fn replay(&self, transcript: &Transcript) -> io::Result<Replay> {
        self.replay_with(transcript, &ReplayOptions::default())
    }

    /// Plays the user's half of a transcript in a new conversation of [`app_id`](Self::app_id), and compares the messages
    /// that the bot sends. The bot is any program that has a webhook and posts messages. Stops at the first step that
    /// fails.
    ///
    /// # Errors
    /// If the replay can't start: the transcript doesn't have the step, or the app doesn't exist. A bot that sends
    /// something else is not an error: see [`Replay::is_success`].
    pub fn replay_with(&self, transcript: &Transcript, options: &ReplayOptions) -> io::Result<Replay> {
        transcript::replay(&self.server, self.app_id(), transcript, options).map_err(simulate::failure)
    }

    /// Clears the journal; numbers start at 1 again.
    pub fn clear_journal(&self) {
        self.server.journal.clear();
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // An error means that the server has already stopped.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            // The panic has already been printed. Another panic while dropping would abort the process.
            let _ = thread.join();
        }
        // After the last request.
        drop(self.state_file.take());
    }
}

impl std::fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sandbox")
            .field("base_url", &self.server.context.base_url)
            .field("app_id", &self.known.app_id)
            .finish_non_exhaustive()
    }
}

/// A server on all interfaces is also reachable on the loopback address.
fn base_url(mut address: SocketAddr) -> String {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    format!("http://{address}")
}

fn begin_with(server: &Server, initial: Initial) -> Result<(), String> {
    match initial {
        Initial::Seed(seed) => seed::plant(server, &seed),
        Initial::Snapshot(snapshot) => server.restore(*snapshot).map_err(|error| error.to_string()),
    }
}

/// The first app and its first key at the start, as tests need them.
struct Known {
    app_id: String,
    app_key: Key,
    account_key: Key,
    service_account: ServiceAccount,
    service_account_key: Key,
    oauth_client: OAuthClient,
    token: String,
}

impl Known {
    fn new(state: &State) -> Option<Self> {
        let app = state.apps.first()?;
        let app_key = app.keys.first()?.clone();
        let token = http::auth::sign(&app_key, Scope::App);
        let service_account = state.service_accounts.first()?.clone();
        Some(Self {
            app_id: app.id.clone(),
            app_key,
            account_key: state.account_keys.first()?.clone(),
            service_account_key: service_account.keys.first()?.clone(),
            service_account,
            oauth_client: state.oauth_clients.first()?.clone(),
            token,
        })
    }
}

/// Keys have fixed names: they only open a sandbox, and a log that shows one is easier to read.
fn key(id: &str, secret: &str) -> Key {
    Key { id: id.to_owned(), display_name: Some("Sandbox".to_owned()), secret: secret.to_owned() }
}

/// The initial account: a key, a service account without apps, and an OAuth client.
fn account() -> State {
    let service_account = ServiceAccount {
        // Not part of the series of IDs, which begins with the first app.
        id: "5e41ceacc000000000000000".to_owned(),
        keys: vec![key("svc_sandbox", "sandbox-service-secret")],
        apps: Vec::new(),
    };
    let oauth_client = OAuthClient {
        id: "sandbox-client".to_owned(),
        secret: "sandbox-client-secret".to_owned(),
        redirect_uris: Vec::new(),
        remove_url: None,
    };
    State {
        account_keys: vec![key("act_sandbox", "sandbox-account-secret")],
        service_accounts: vec![service_account],
        oauth_clients: vec![oauth_client],
        ..State::default()
    }
}

/// The app of a sandbox without a seed.
fn first_app(ids: &Ids) -> App {
    App {
        id: ids.next(),
        display_name: Some("Sandbox".to_owned()),
        subdomain: Some("sandbox".to_owned()),
        keys: vec![key("app_sandbox", "sandbox-secret")],
        ..App::default()
    }
}
