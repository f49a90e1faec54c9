//! A client whose server is a function: without sockets and threads, thousands of inputs are tried per second.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use sunshine_conversations::http::Uri;
use sunshine_conversations::ureq::config::Config;
use sunshine_conversations::ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use sunshine_conversations::ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, LazyBuffers, NextTimeout, Transport,
};
use sunshine_conversations::ureq::{Agent, Error};
use sunshine_conversations::{ApiClient, Credentials, RetryPolicy};

/// Must not be in any error, even if the server echoes it.
pub const KEY_SECRET: &str = "hush-7f3a9c";

type Server = Arc<Mutex<Box<dyn FnMut(&str) -> Vec<u8> + Send>>>;

thread_local! {
    /// Building a client takes longer than most checks.
    static CLIENT: (ApiClient, Server) = client();
}

/// Returns a client of a server that receives the head of each request and returns the bytes of the response. The server
/// is replaced by the next call in the same thread.
pub fn client_of(server: impl FnMut(&str) -> Vec<u8> + Send + 'static) -> ApiClient {
    CLIENT.with(|(client, current)| {
        *current.lock().unwrap_or_else(PoisonError::into_inner) = Box::new(server);
        client.clone()
    })
}

fn client() -> (ApiClient, Server) {
    let server: Server = Arc::new(Mutex::new(Box::new(|_| Vec::new())));
    // Without a pool, an input doesn't depend on the one before it.
    let config = Agent::config_builder().proxy(None).max_idle_connections(0).build();
    let agent = Agent::with_parts(config, InMemoryConnector(Arc::clone(&server)), Here);
    let credentials = Credentials::basic("app_5d8c", KEY_SECRET);
    let builder = ApiClient::builder().base_url("http://127.0.0.1").credentials(credentials).agent(agent);
    // Backoff and waiting after a 429 would take most of a run.
    (builder.retry(RetryPolicy::none()).adaptive_rate_limit(false).build().expect("a client"), server)
}

/// A response that declares a JSON body.
pub fn response(status: u16, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status} Fuzzed\r\nContent-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

struct InMemoryConnector(Server);

impl fmt::Debug for InMemoryConnector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InMemoryConnector")
    }
}

impl Connector for InMemoryConnector {
    type Out = Connection;

    fn connect(&self, _: &ConnectionDetails, _: Option<()>) -> Result<Option<Connection>, Error> {
        let buffers = LazyBuffers::new(16 * 1024, 16 * 1024);
        Ok(Some(Connection { buffers, server: Arc::clone(&self.0), request: Vec::new(), response: Vec::new() }))
    }
}

struct Connection {
    buffers: LazyBuffers,
    server: Server,
    /// The bytes sent since the last response.
    request: Vec<u8>,
    /// The rest of the response.
    response: Vec<u8>,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Connection")
    }
}

impl Transport for Connection {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, _: NextTimeout) -> Result<(), Error> {
        self.request.extend_from_slice(&self.buffers.output()[..amount]);
        Ok(())
    }

    fn await_input(&mut self, _: NextTimeout) -> Result<bool, Error> {
        if self.request.ends_with(b"\r\n\r\n") {
            let head = String::from_utf8(std::mem::take(&mut self.request)).expect("a head of text");
            self.response = (self.server.lock().unwrap_or_else(PoisonError::into_inner))(&head);
        }
        let room = self.buffers.input_append_buf();
        let count = room.len().min(self.response.len());
        room[..count].copy_from_slice(&self.response[..count]);
        self.response.drain(..count);
        self.buffers.input_appended(count);
        Ok(count > 0)
    }

    fn is_open(&mut self) -> bool {
        true
    }
}

/// Resolves every host to this machine.
#[derive(Debug)]
struct Here;

impl Resolver for Here {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let mut addresses = self.empty();
        addresses.push(([127, 0, 0, 1], 80).into());
        Ok(addresses)
    }
}
