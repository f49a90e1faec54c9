//! The Sunshine Conversations API v2 on your own machine, in memory.
//!
//! A [`Sandbox`] is an HTTP server on a loopback port of its own. It reads the same API document as the SDK, checks
//! every request against it, and keeps users, clients, conversations, participants and messages until it is dropped:
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
//! What is not in the document is 404; what is in the document and not served yet is 501. An answer that breaks the
//! document is never sent: it becomes a 500 that names the fault.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod attachment;
mod auth;
mod body;
mod clock;
mod context;
mod document;
mod error;
mod id;
mod integration_types;
mod merge;
mod oauth;
mod outside;
mod page;
mod pages;
mod records;
mod request;
mod routes;
mod schema;
mod server;
mod state;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use crate::auth::Scope;
use crate::clock::Clock;
use crate::context::{Context, Limits};
use crate::id::Ids;
use crate::oauth::OAuthClient;
pub use crate::outside::{Platform, ZendeskUser};
use crate::server::Server;
use crate::state::{App, Key, ServiceAccount, State};

/// A running sandbox: started by [`Sandbox::start`], stopped when dropped.
///
/// Each has a port and a store of its own, so tests that start one each cannot see one another.
pub struct Sandbox {
    server: Arc<Server>,
    known: Known,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Sandbox {
    /// Starts a sandbox on a free loopback port; it answers as soon as this returns.
    ///
    /// # Errors
    /// When no port can be bound or no thread started.
    pub fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let context = Context {
            base_url: format!("http://{}", listener.local_addr()?),
            clock: Clock::Machine,
            ids: Ids::unique(),
            limits: Limits::default(),
        };
        let known = Known::new(&context.ids);
        let server = Arc::new(Server::new(context, known.state()));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let router = server::router(Arc::clone(&server));
        let thread = std::thread::Builder::new()
            .name("sandbox".to_owned())
            .spawn(move || runtime.block_on(server::run(listener, router, stopped)))?;
        Ok(Self { server, known, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens, such as `http://127.0.0.1:41234`; paths (`/v2/…`) come right after it.
    pub fn base_url(&self) -> &str {
        &self.server.context.base_url
    }

    /// The id of the one app it has.
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

    /// Gives a user (by id or external id) an email identity, which no operation of the API does; `ListUsers` then
    /// finds the user by it. Returns false when there is no such user.
    pub fn add_email_identity(&self, user: &str, email: &str) -> bool {
        self.server.state().app_mut(&self.known.app_id).is_some_and(|app| app.add_email_identity(user, email))
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

/// What a sandbox begins with: one app with a key, a key of the account, and a service account without an app.
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
    /// Keys with fixed names, since they open nothing but a sandbox, and a log that shows one is easier to read.
    fn new(ids: &Ids) -> Self {
        let key = |id: &str, secret: &str| Key {
            id: id.to_owned(),
            display_name: Some("Sandbox".to_owned()),
            secret: secret.to_owned(),
        };
        let app_key = key("app_sandbox", "sandbox-secret");
        let token = auth::sign(&app_key, Scope::App).unwrap_or_default();
        let service_account_key = key("svc_sandbox", "sandbox-service-secret");
        Self {
            app_id: ids.next(),
            app_key,
            account_key: key("act_sandbox", "sandbox-account-secret"),
            service_account: ServiceAccount {
                id: ids.next(),
                keys: vec![service_account_key.clone()],
                apps: Vec::new(),
            },
            service_account_key,
            oauth_client: OAuthClient {
                id: "sandbox-client".to_owned(),
                secret: "sandbox-client-secret".to_owned(),
                redirect_uris: Vec::new(),
            },
            token,
        }
    }

    fn state(&self) -> State {
        let app = App {
            id: self.app_id.clone(),
            display_name: Some("Sandbox".to_owned()),
            subdomain: Some("sandbox".to_owned()),
            keys: vec![self.app_key.clone()],
            ..App::default()
        };
        State {
            apps: vec![app],
            account_keys: vec![self.account_key.clone()],
            service_accounts: vec![self.service_account.clone()],
            oauth_clients: vec![self.oauth_client.clone()],
            oauth_codes: Vec::new(),
        }
    }
}
