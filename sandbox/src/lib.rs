//! The Sunshine Conversations API v2 on your own machine, in memory.
//!
//! A [`Sandbox`] is an HTTP server on a loopback port of its own. It reads the same API document as the SDK, checks
//! every request against it, and keeps what it is told until it is dropped:
//!
//! ```
//! use sunshine_conversations_sandbox::Sandbox;
//!
//! let sandbox = Sandbox::start()?;
//! let users = format!("{}/v2/apps/{}/users", sandbox.base_url(), sandbox.app_id());
//! let answer = ureq::post(&users)
//!     .header("Authorization", format!("Bearer {}", sandbox.token()))
//!     .send(r#"{"externalId": "steve"}"#);
//! assert!(matches!(answer, Err(ureq::Error::StatusCode(415)))); // no content type: refused, as the API does
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # For tests
//!
//! [`Sandbox::builder`] fixes the clock, ids and port, seeds it from JSON, slows it down and limits its rate.
//! [`Sandbox::fault`] lets the next requests fail, [`Sandbox::journal`] tells what was asked, and
//! [`Sandbox::snapshot`], [`restore`](Sandbox::restore) and [`reset`](Sandbox::reset) go back in time.
//!
//! A webhook that is registered here is called for what happens here, and an [end user](Sandbox::end_user) is whoever a test
//! speaks as: a bot can be tested whole.
//!
//! # Control over HTTP
//!
//! All of this is there for tests in other languages too, under `/sandbox/…`: the page at `/` lists it. Those routes
//! are no part of the API. They want no credentials, so they answer clients on the same machine only, and no page of
//! another site that a browser shows.
//!
//! # As the API
//!
//! What is not in the document is 404, or 405 where the path has other methods. An answer that breaks the document is
//! never sent: it becomes a 500 that names the fault.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod attachment;
mod auth;
mod body;
mod builder;
mod clock;
mod context;
mod control;
mod delivery;
mod document;
mod end_user;
mod error;
mod event;
mod fault;
mod id;
mod index;
mod integration_types;
mod journal;
mod lock;
mod merge;
mod oauth;
mod outside;
mod pace;
mod pages;
mod paging;
mod records;
mod request;
mod routes;
mod schema;
mod seed;
mod server;
mod snapshot;
mod state;
mod wire;

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use tokio::sync::oneshot;

use crate::auth::Scope;
use crate::builder::invalid;
use crate::context::Context;
use crate::id::Ids;
use crate::oauth::OAuthClient;
use crate::server::Server;
use crate::state::{App, Key, ServiceAccount, State};

pub use crate::builder::SandboxBuilder;
pub use crate::delivery::Delivery;
pub use crate::end_user::EndUser;
pub use crate::fault::{Fault, InvalidFault};
pub use crate::journal::JournalEntry;
pub use crate::outside::{Platform, ZendeskUser};
pub use crate::snapshot::Snapshot;

/// A running sandbox: started by [`Sandbox::start`] or a [builder](Sandbox::builder), stopped when dropped.
///
/// Each has a port and a store of its own, so tests that start one each cannot see one another.
pub struct Sandbox {
    server: Arc<Server>,
    known: Known,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Sandbox {
    /// Starts a sandbox on a free loopback port, with one app that has a key; it answers as soon as this returns.
    ///
    /// # Errors
    /// When no port can be bound or no thread started.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// For a sandbox that is to be told something before it starts: a seed, a port, a clock.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::default()
    }

    fn start_as(builder: SandboxBuilder) -> io::Result<Self> {
        let seed = builder.seed.read()?;
        let listener = builder.bind()?;
        let context = Context {
            base_url: base_url(listener.local_addr()?),
            clock: builder.clock()?,
            ids: builder.ids(),
            limits: builder.limits,
        };
        let server = Arc::new(Server::new(context, builder.pace(), builder.log, builder.retry_scale()));
        *server.state() = account();
        match seed {
            None => server.state().apps.push(first_app(&server.context.ids)),
            Some((name, seed)) => begin_with(&server, &seed).map_err(|error| invalid(format!("{name}: {error}")))?,
        }
        let known = Known::new(&server.state()).ok_or_else(|| invalid("the snapshot has no app with a key"))?;
        server.begin_here();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let serving = Arc::clone(&server);
        let thread = std::thread::Builder::new().name("sandbox".to_owned()).spawn(move || {
            runtime.block_on(server::run(listener, serving, stopped));
            // Calls of webhooks that nobody answers would hold up the drop.
            runtime.shutdown_background();
        })?;
        Ok(Self { server, known, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens, such as `http://127.0.0.1:41234`; paths (`/v2/…`) come right after it.
    pub fn base_url(&self) -> &str {
        &self.server.context.base_url
    }

    /// The id of the app that it began with; of the first, where a seed has several.
    pub fn app_id(&self) -> &str {
        &self.known.app_id
    }

    /// The key id: the user of Basic authentication.
    pub fn key_id(&self) -> &str {
        &self.known.app_key.id
    }

    /// The key's secret: the password of Basic authentication.
    pub fn key_secret(&self) -> &str {
        &self.known.app_key.secret
    }

    /// The id of the account's key, whose scope is `account`: it may create apps and keys.
    pub fn account_key_id(&self) -> &str {
        &self.known.account_key.id
    }

    /// The secret of the account's key.
    pub fn account_key_secret(&self) -> &str {
        &self.known.account_key.secret
    }

    /// The id of a service account, which has no app at first.
    pub fn service_account_id(&self) -> &str {
        &self.known.service_account.id
    }

    /// The id of the service account's key: it may create apps, and sees no others.
    pub fn service_account_key_id(&self) -> &str {
        &self.known.service_account_key.id
    }

    /// The secret of the service account's key.
    pub fn service_account_key_secret(&self) -> &str {
        &self.known.service_account_key.secret
    }

    /// The client id of an integration that gets its access by OAuth, and may send browsers back anywhere.
    pub fn oauth_client_id(&self) -> &str {
        &self.known.oauth_client.id
    }

    /// The client secret that goes with [`oauth_client_id`](Self::oauth_client_id).
    pub fn oauth_client_secret(&self) -> &str {
        &self.known.oauth_client.secret
    }

    /// A token that it accepts as `Authorization: Bearer`: a JWT of the app's key.
    pub fn token(&self) -> &str {
        &self.known.token
    }

    /// Moves the clock ahead, be it a fixed one or the machine's. What waits for the machine's time goes on waiting: rate
    /// limits, and the pauses before a webhook is called again.
    pub fn advance(&self, by: Duration) {
        self.server.context.clock.advance(by);
    }

    /// All that it knows now: records, ids, clock. Not the journal, nor faults.
    pub fn snapshot(&self) -> Snapshot {
        self.server.snapshot()
    }

    /// Puts what a snapshot holds in the place of all that it knows. Ids that were given out since are given out again.
    /// [`deliveries`](Self::deliveries) are forgotten, and what is on its way to a webhook is dropped; faults and the journal
    /// stay.
    ///
    /// A snapshot may be another sandbox's; then [`app_id`](Self::app_id) and the credentials here are not those of its
    /// apps. Start a sandbox with it [as its seed](SandboxBuilder::seed) to have them.
    ///
    /// # Errors
    /// When the snapshot came from JSON that was changed by hand, so that its records are none.
    pub fn restore(&self, snapshot: &Snapshot) -> io::Result<()> {
        self.server.restore(snapshot).map_err(|error| invalid(error.to_string()))
    }

    /// Goes back to the start: what it began with, no faults, an empty journal, no deliveries.
    pub fn reset(&self) {
        self.server.reset();
    }

    /// Lets requests meet a fault. Faults are kept in the order in which they were asked for; a request meets the first
    /// that is for it and not used up.
    ///
    /// # Errors
    /// When it could never have an effect: an operation that the document does not have, a status that is none.
    pub fn fault(&self, fault: Fault) -> Result<(), InvalidFault> {
        self.server.faults.add(fault)
    }

    /// All faults, used up or not, with the number of requests that met each.
    pub fn faults(&self) -> Vec<Fault> {
        self.server.faults.all()
    }

    /// Forgets all faults.
    pub fn clear_faults(&self) {
        self.server.faults.clear();
    }

    /// The requests to the API and their answers, in the order of the answers, with those of no operation. One that is not
    /// answered yet, be it for a latency or a delay, is not there yet. The last 10,000 are kept,
    /// or fewer where their bodies and answers are larger than 64 MB together.
    pub fn journal(&self) -> Vec<JournalEntry> {
        self.server.journal.entries(None)
    }

    /// Those of an operation, by its id in the document: `PostMessage`.
    pub fn requests_to(&self, operation: &str) -> Vec<JournalEntry> {
        self.server.journal.entries(Some(operation))
    }

    /// The calls of webhooks, and what became of each, oldest first; a call that failed and came again is there several
    /// times. The last 10,000 are kept.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.server.courier.kept()
    }

    /// Waits until all that has happened has been delivered to the webhooks that listen: each has answered, or failed for
    /// good. Whatever a bot did before it answered is done then. False when something is still on its way after this
    /// time, be it that a webhook takes long or that it failed and is to be called again:
    /// [`webhook_retry_scale`](SandboxBuilder::webhook_retry_scale) shortens the pauses.
    pub fn wait_for_deliveries(&self, at_most: Duration) -> bool {
        self.server.courier.wait(at_most)
    }

    /// Forgets all requests; numbers begin at 1 again.
    pub fn clear_journal(&self) {
        self.server.journal.clear();
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // An error means that the server has ended already.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            // Its panic has been printed; a second one while dropping would abort the process.
            let _ = thread.join();
        }
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

/// Whoever listens everywhere is found on this machine.
fn base_url(mut address: SocketAddr) -> String {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    format!("http://{address}")
}

fn begin_with(server: &Server, seed: &Value) -> Result<(), String> {
    if !Snapshot::is_one(seed) {
        return seed::plant(server, seed);
    }
    let snapshot = Snapshot::deserialize(seed).map_err(|error| error.to_string())?;
    server.restore(&snapshot).map_err(|error| error.to_string())
}

/// What a test needs to know of its sandbox: the first app and its first key, as they were at the start.
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
        let token = auth::sign(&app_key, Scope::App).unwrap_or_default();
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

/// Keys have fixed names, since they open nothing but a sandbox, and a log that shows one is easier to read.
fn key(id: &str, secret: &str) -> Key {
    Key { id: id.to_owned(), display_name: Some("Sandbox".to_owned()), secret: secret.to_owned() }
}

/// What every sandbox begins with: a key of the account, a service account without an app, and a client of OAuth.
fn account() -> State {
    let service_account = ServiceAccount {
        // Not one of the series, which begins with the first app.
        id: "5e41ceacc000000000000000".to_owned(),
        keys: vec![key("svc_sandbox", "sandbox-service-secret")],
        apps: Vec::new(),
    };
    let oauth_client = OAuthClient {
        id: "sandbox-client".to_owned(),
        secret: "sandbox-client-secret".to_owned(),
        redirect_uris: Vec::new(),
    };
    State {
        account_keys: vec![key("act_sandbox", "sandbox-account-secret")],
        service_accounts: vec![service_account],
        oauth_clients: vec![oauth_client],
        ..State::default()
    }
}

/// The app of a sandbox that has no seed.
fn first_app(ids: &Ids) -> App {
    App {
        id: ids.next(),
        display_name: Some("Sandbox".to_owned()),
        subdomain: Some("sandbox".to_owned()),
        keys: vec![key("app_sandbox", "sandbox-secret")],
        ..App::default()
    }
}
