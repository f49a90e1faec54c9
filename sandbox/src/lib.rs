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

mod auth;
mod document;
mod error;
mod id;
mod page;
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

use crate::server::Server;

/// A running sandbox: started by [`Sandbox::start`], stopped when dropped.
///
/// Each has a port and a store of its own, so tests that start one each cannot see one another.
pub struct Sandbox {
    server: Arc<Server>,
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
        let server = Arc::new(Server::new(format!("http://{}", listener.local_addr()?)));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let router = server::router(Arc::clone(&server));
        let thread = std::thread::Builder::new()
            .name("sandbox".to_owned())
            .spawn(move || runtime.block_on(server::run(listener, router, stopped)))?;
        Ok(Self { server, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens, such as `http://127.0.0.1:41234`; paths (`/v2/…`) come right after it.
    pub fn base_url(&self) -> &str {
        &self.server.base_url
    }

    /// The id of the one app it has.
    pub fn app_id(&self) -> &str {
        &self.server.app_id
    }

    /// The key id: the user of Basic authentication.
    pub fn key_id(&self) -> &str {
        &self.server.credentials.key_id
    }

    /// The key's secret: the password of Basic authentication.
    pub fn key_secret(&self) -> &str {
        &self.server.credentials.key_secret
    }

    /// A token that it accepts as `Authorization: Bearer`.
    pub fn token(&self) -> &str {
        &self.server.credentials.token
    }

    /// Gives a user (by id or external id) an email identity, which no operation of the API does; `ListUsers` then
    /// finds the user by it. Returns false when there is no such user.
    pub fn add_email_identity(&self, user: &str, email: &str) -> bool {
        self.server.state().add_email_identity(user, email)
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
            .field("base_url", &self.server.base_url)
            .field("app_id", &self.server.app_id)
            .finish_non_exhaustive()
    }
}
