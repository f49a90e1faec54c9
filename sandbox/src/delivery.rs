//! Deliveries: webhooks are called for what happens, again where that fails, and it is kept what became of each call.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use ureq::Agent;

use crate::clock::written;
use crate::context::Context;
use crate::event::Event;
use crate::lock::lock;
use crate::routes::Webhook;
use crate::server::Server;
use crate::state::App;

/// How long a webhook has to answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// The pauses between the attempts: five of them, in a quarter of an hour.
const PAUSES: [Duration; 4] =
    [Duration::from_secs(60), Duration::from_secs(120), Duration::from_secs(240), Duration::from_secs(480)];
/// Statuses that say that another attempt would be refused as well.
const FINAL: [u16; 5] = [400, 401, 403, 404, 406];
/// How many deliveries are kept; the oldest go first.
const MAX_ENTRIES: usize = 10_000;

/// An attempt to deliver an event, as [`Sandbox::deliveries`](crate::Sandbox::deliveries) has them.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Delivery {
    /// When it ended, by the sandbox's clock, as the API writes times.
    pub time: String,
    /// The id of the webhook.
    pub webhook_id: String,
    /// Where it went.
    pub target: String,
    /// The type of the event, which is the webhook's trigger: `conversation:message`.
    pub trigger: String,
    /// All that was sent.
    pub body: Value,
    /// From 1 to 5.
    pub attempt: u32,
    /// What was answered; none where nothing was.
    pub status: Option<u16>,
    /// Why there was no answer.
    pub error: Option<String>,
    /// Whether it was the last attempt: taken, refused for good, or the fifth.
    pub is_final: bool,
}

/// Calls the webhooks.
pub(crate) struct Courier {
    queue: UnboundedSender<Parcel>,
    /// Taken when the server runs.
    receiver: Mutex<Option<UnboundedReceiver<Parcel>>>,
    books: Mutex<Books>,
    idle: Condvar,
    agent: Agent,
    /// What the pauses are multiplied by.
    scale: f64,
}

/// What became of deliveries.
#[derive(Default)]
struct Books {
    kept: VecDeque<Delivery>,
    /// How many are not done with, be they on their way or waiting for another attempt.
    pending: usize,
    /// Raised by a reset: what is older is not delivered any more, and nobody waits for it.
    epoch: u64,
}

/// An event on its way to a webhook.
struct Parcel {
    epoch: u64,
    app: String,
    webhook: String,
    trigger: &'static str,
    body: Value,
}

impl Courier {
    pub(crate) fn new(scale: f64) -> Self {
        let (queue, receiver) = unbounded_channel();
        // Webhooks under test are on this machine, to which no proxy leads.
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .timeout_global(Some(PATIENCE))
            .user_agent(concat!("sunshine-conversations-sandbox/", env!("CARGO_PKG_VERSION")))
            .build()
            .new_agent();
        Self {
            queue,
            receiver: Mutex::new(Some(receiver)),
            books: Mutex::default(),
            idle: Condvar::new(),
            agent,
            scale,
        }
    }

    /// Sends what has happened in an app on its way to the webhooks that listen.
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

    /// Waits until nothing is pending. False when it still is after this time.
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

    /// Forgets what was delivered, and drops what was not yet.
    pub(crate) fn clear(&self) {
        let mut books = lock(&self.books);
        *books = Books { epoch: books.epoch + 1, ..Books::default() };
        self.idle.notify_all();
    }

    /// Unless the parcel is older than a reset.
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

/// Delivers for as long as the server runs: each webhook gets its events one after the other, in their order, but for
/// those that it failed to take, which come again later.
pub(crate) async fn run(server: Arc<Server>) {
    let Some(mut receiver) = lock(&server.courier.receiver).take() else { return };
    let mut webhooks = HashMap::<String, UnboundedSender<Parcel>>::new();
    while let Some(parcel) = receiver.recv().await {
        let webhook = webhooks.entry(parcel.webhook.clone()).or_insert_with(|| {
            let (queue, parcels) = unbounded_channel();
            tokio::spawn(call(Arc::clone(&server), parcels));
            queue
        });
        let epoch = parcel.epoch;
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

/// Whether that was the last attempt: taken, refused for good, or not wanted any more.
async fn attempt(server: &Arc<Server>, parcel: &Parcel, attempt: u32) -> bool {
    let courier = &server.courier;
    // Deleted since, or changed.
    let webhook = server.state().app(&parcel.app).and_then(|app| {
        let mut webhooks = app.all_webhooks().map(|(_, webhook)| webhook);
        webhooks.find(|webhook| webhook.id == parcel.webhook).cloned()
    });
    let is_old = lock(&courier.books).epoch != parcel.epoch;
    let Some(webhook) = webhook.filter(|_| !is_old) else { return true };
    let answer = {
        let (agent, text) = (courier.agent.clone(), parcel.body.to_string());
        let (target, secret) = (webhook.target.clone(), webhook.secret);
        // The client blocks, and the bot that is called may well ask this server something.
        tokio::task::spawn_blocking(move || post(&agent, &target, &secret, &text)).await
    };
    let answer = answer.unwrap_or_else(|error| Err(error.to_string()));
    let status = answer.as_ref().ok().copied();
    let is_final = status.is_some_and(|status| (200..300).contains(&status) || FINAL.contains(&status))
        || usize::try_from(attempt).is_ok_and(|attempt| attempt > PAUSES.len());
    let delivery = Delivery {
        time: written(server.context.clock.now()),
        webhook_id: webhook.id,
        target: webhook.target,
        trigger: parcel.trigger.to_owned(),
        body: parcel.body.clone(),
        attempt,
        status,
        error: answer.err(),
        is_final,
    };
    courier.keep(parcel.epoch, delivery);
    is_final
}

fn post(agent: &Agent, target: &str, secret: &str, body: &str) -> Result<u16, String> {
    let request = agent.post(target).header("X-API-Key", secret).header("Content-Type", "application/json");
    let answer = request.send(body).map_err(|error| error.to_string())?;
    Ok(answer.status().as_u16())
}
