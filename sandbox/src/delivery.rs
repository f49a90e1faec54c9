//! Webhook deliveries, with retries and a log of the attempts.

use std::collections::{HashMap, VecDeque};
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use ureq::Agent;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

use crate::clock::written;
use crate::context::Context;
use crate::event::Event;
use crate::lock::lock;
use crate::routes::Webhook;
use crate::server::Server;
use crate::state::App;

/// The timeout of a webhook.
const PATIENCE: Duration = Duration::from_secs(20);
/// The delays between the five attempts, which take a quarter of an hour in total.
const PAUSES: [Duration; 4] =
    [Duration::from_secs(60), Duration::from_secs(120), Duration::from_secs(240), Duration::from_secs(480)];
/// Status codes after which the API doesn't retry.
const FINAL: [u16; 5] = [400, 401, 403, 404, 406];
/// How many deliveries are kept; the oldest are removed first.
const MAX_ENTRIES: usize = 10_000;

/// An attempt to deliver an event; see [`Sandbox::deliveries`](crate::Sandbox::deliveries).
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Delivery {
    /// When the attempt ended, by the sandbox's clock, in the API's time format.
    pub time: String,
    /// The webhook's ID.
    pub webhook_id: String,
    /// The URL of the request.
    pub target: String,
    /// The type of the event, which is also the webhook's trigger: `conversation:message`.
    pub trigger: String,
    /// The request body.
    pub body: Value,
    /// The number of the attempt, from 1 to 5.
    pub attempt: u32,
    /// The status code of the response, if one was received.
    pub status: Option<u16>,
    /// Why no response was received.
    pub error: Option<String>,
    /// Whether this was the last attempt: it succeeded, got a status code that isn't retried, or was the fifth.
    pub is_final: bool,
}

/// Delivers events to webhooks.
pub(crate) struct Courier {
    queue: UnboundedSender<Parcel>,
    /// Taken when the server starts.
    receiver: Mutex<Option<UnboundedReceiver<Parcel>>>,
    books: Mutex<Books>,
    idle: Condvar,
    agent: Agent,
    /// The factor for the delays.
    scale: f64,
}

/// The results of deliveries.
#[derive(Default)]
struct Books {
    kept: VecDeque<Delivery>,
    /// How many deliveries are queued, running, or waiting for another attempt.
    pending: usize,
    /// Incremented by a reset: older deliveries are dropped, and not waited for.
    epoch: u64,
}

/// An event that is queued for a webhook.
struct Parcel {
    epoch: u64,
    app: String,
    webhook: String,
    trigger: &'static str,
    body: Value,
}

impl Courier {
    /// `scale` is the factor for the delays. Unless `remote` is set, only webhooks on this machine are called.
    pub(crate) fn new(scale: f64, remote: bool) -> Self {
        let (queue, receiver) = unbounded_channel();
        // Webhooks under test run on this machine, so proxies are ignored.
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .timeout_global(Some(PATIENCE))
            .user_agent(concat!("sunshine-conversations-sandbox/", env!("CARGO_PKG_VERSION")))
            .build();
        let resolver = ThisMachine { names: DefaultResolver::default(), remote };
        let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
        Self {
            queue,
            receiver: Mutex::new(Some(receiver)),
            books: Mutex::default(),
            idle: Condvar::new(),
            agent,
            scale,
        }
    }

    /// Queues the events of an app for its webhooks.
    pub(crate) fn take(&self, app: &mut App, context: &Context) {
        for event in std::mem::take(&mut app.events) {
            for (integration, webhook) in app.all_webhooks() {
                if event.is_for(webhook, integration, app) {
                    self.send(&event, webhook, app, context);
                }
            }
        }
    }

    fn send(&self, event: &Event, webhook: &Webhook, app: &App, context: &Context) {
        let body = json!({
            "app": {"id": app.id},
            "webhook": {"id": webhook.id, "version": webhook.version},
            "events": [{
                "id": context.new_id(),
                "createdAt": context.now(),
                "type": event.trigger,
                "payload": event.payload_for(webhook),
            }],
        });
        let epoch = {
            let mut books = lock(&self.books);
            books.pending += 1;
            books.epoch
        };
        let parcel = Parcel { epoch, app: app.id.clone(), webhook: webhook.id.clone(), trigger: event.trigger, body };
        if self.queue.send(parcel).is_err() {
            self.done(epoch);
        }
    }

    fn done(&self, epoch: u64) {
        let mut books = lock(&self.books);
        if books.epoch == epoch {
            books.pending = books.pending.saturating_sub(1);
        }
        self.idle.notify_all();
    }

    /// Waits until nothing is pending. Returns `false` after this time.
    pub(crate) fn wait(&self, at_most: Duration) -> bool {
        let books = lock(&self.books);
        let waited = self.idle.wait_timeout_while(books, at_most, |books| books.pending > 0);
        waited.is_ok_and(|(_, timeout)| !timeout.timed_out())
    }

    pub(crate) fn pending(&self) -> usize {
        lock(&self.books).pending
    }

    pub(crate) fn kept(&self) -> Vec<Delivery> {
        lock(&self.books).kept.iter().cloned().collect()
    }

    /// Clears the log and drops pending deliveries.
    pub(crate) fn clear(&self) {
        let mut books = lock(&self.books);
        *books = Books { epoch: books.epoch + 1, ..Books::default() };
        self.idle.notify_all();
    }

    /// Ignores deliveries from before a reset.
    fn keep(&self, epoch: u64, delivery: Delivery) {
        let mut books = lock(&self.books);
        if books.epoch == epoch {
            if books.kept.len() == MAX_ENTRIES {
                books.kept.pop_front();
            }
            books.kept.push_back(delivery);
        }
    }
}

/// Delivers events as long as the server runs. Each webhook receives its events one after the other, in order, except
/// for failed ones, which are retried later.
pub(crate) async fn run(server: Arc<Server>) {
    let Some(mut receiver) = lock(&server.courier.receiver).take() else { return };
    let mut webhooks = HashMap::<String, UnboundedSender<Parcel>>::new();
    let mut epoch = 0;
    while let Some(parcel) = receiver.recv().await {
        if parcel.epoch != epoch {
            // A call from before the reset may still run. Webhooks with the same IDs don't wait for it.
            webhooks.clear();
            epoch = parcel.epoch;
        }
        let webhook = webhooks.entry(parcel.webhook.clone()).or_insert_with(|| {
            let (queue, parcels) = unbounded_channel();
            tokio::spawn(call(Arc::clone(&server), parcels));
            queue
        });
        if webhook.send(parcel).is_err() {
            server.courier.done(epoch);
        }
    }
}

async fn call(server: Arc<Server>, mut parcels: UnboundedReceiver<Parcel>) {
    while let Some(parcel) = parcels.recv().await {
        if attempt(&server, &parcel, 1).await {
            server.courier.done(parcel.epoch);
        } else {
            tokio::spawn(repeat(Arc::clone(&server), parcel));
        }
    }
}

async fn repeat(server: Arc<Server>, parcel: Parcel) {
    for (attempts, pause) in (2..).zip(PAUSES) {
        tokio::time::sleep(pause.mul_f64(server.courier.scale)).await;
        if attempt(&server, &parcel, attempts).await {
            break;
        }
    }
    server.courier.done(parcel.epoch);
}

/// Whether this was the last attempt: it succeeded, isn't retried, or was dropped.
async fn attempt(server: &Arc<Server>, parcel: &Parcel, attempt: u32) -> bool {
    let courier = &server.courier;
    // The webhook may have been deleted or changed.
    let webhook = server.state().app(&parcel.app).and_then(|app| {
        let mut webhooks = app.all_webhooks().map(|(_, webhook)| webhook);
        webhooks.find(|webhook| webhook.id == parcel.webhook).cloned()
    });
    let is_old = lock(&courier.books).epoch != parcel.epoch;
    let Some(webhook) = webhook.filter(|_| !is_old) else { return true };
    let response = {
        let (agent, text) = (courier.agent.clone(), parcel.body.to_string());
        let (target, secret) = (webhook.target.clone(), webhook.secret);
        // The client blocks, and the bot may call this server before it responds.
        tokio::task::spawn_blocking(move || post(&agent, &target, &secret, &text)).await
    };
    let response = response.unwrap_or_else(|error| Err(Failure { text: error.to_string(), is_refusal: false }));
    let status = response.as_ref().ok().copied();
    let is_final = status.is_some_and(|status| (200..300).contains(&status) || FINAL.contains(&status))
        || response.as_ref().is_err_and(|failure| failure.is_refusal)
        || usize::try_from(attempt).is_ok_and(|attempt| attempt > PAUSES.len());
    let delivery = Delivery {
        time: written(server.context.clock.now()),
        webhook_id: webhook.id,
        target: webhook.target,
        trigger: parcel.trigger.to_owned(),
        body: parcel.body.clone(),
        attempt,
        status,
        error: response.err().map(|failure| failure.text),
        is_final,
    };
    courier.keep(parcel.epoch, delivery);
    is_final
}

/// Why a webhook didn't respond.
struct Failure {
    text: String,
    /// Whether the sandbox didn't call the webhook, because it is on another machine.
    is_refusal: bool,
}

fn post(agent: &Agent, target: &str, secret: &str, body: &str) -> Result<u16, Failure> {
    let request = agent.post(target).header("X-API-Key", secret).header("Content-Type", "application/json");
    match request.send(body) {
        Ok(response) => Ok(response.status().as_u16()),
        Err(ureq::Error::Io(error)) if error.kind() == ErrorKind::PermissionDenied => {
            Err(Failure { text: error.to_string(), is_refusal: true })
        }
        Err(error) => Err(Failure { text: error.to_string(), is_refusal: false }),
    }
}

/// Resolves the names of this machine, and others only if `remote` is set. The addresses that are called are those that have
/// been checked, because a name server may return others the next time.
#[derive(Debug)]
struct ThisMachine {
    names: DefaultResolver,
    remote: bool,
}

impl Resolver for ThisMachine {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let addresses = self.names.resolve(uri, config, timeout)?;
        let is_local = |address: &SocketAddr| {
            let ip = address.ip().to_canonical();
            ip.is_loopback() || ip.is_unspecified()
        };
        if self.remote || addresses.iter().all(is_local) {
            return Ok(addresses);
        }
        let host = uri.host().unwrap_or_default();
        let text = format!(
            "not called, because {host} is another machine; use `--allow-remote-webhooks` or \
             `SandboxBuilder::allow_remote_webhooks` to call it"
        );
        Err(ureq::Error::Io(io::Error::new(ErrorKind::PermissionDenied, text)))
    }
}
