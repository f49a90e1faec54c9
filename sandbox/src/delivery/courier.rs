//! Webhook deliveries, with retries and a log of the attempts.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::io::ErrorKind;
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

use crate::delivery::feed::Feed;
use crate::model::context::Context;
use crate::model::event::Event;
use crate::model::integration::Webhook;
use crate::model::state::App;
use crate::util::error::ApiError;
use crate::util::lock::lock;

/// The timeout of a webhook.
const PATIENCE: Duration = Duration::from_secs(20);

/// The delays between the five attempts, which take a quarter of an hour in total.
const PAUSES: [Duration; 4] =
    [Duration::from_secs(60), Duration::from_secs(120), Duration::from_secs(240), Duration::from_secs(480)];
/// Status codes after which the API doesn't retry.
const FINAL: [u16; 5] = [400, 401, 403, 404, 406];

/// How long events are gathered that are sent together or in another order.
const GATHERING: Duration = Duration::from_millis(50);

/// How many deliveries are kept; the oldest are removed first.
const MAX_ENTRIES: usize = 10_000;

/// The total size of the bodies that are kept.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// An attempt to deliver an event; see [`Sandbox::deliveries`](crate::Sandbox::deliveries).
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Delivery {
    /// The number of the delivery, from 1. Each attempt has its own.
    pub number: u64,
    /// When the attempt ended, by the sandbox's clock, in the API's time format.
    pub time: String,
    /// The webhook's ID. Empty for a request to the `removeUrl` of an OAuth client.
    pub webhook_id: String,
    /// The URL of the request.
    pub target: String,
    /// The types of the events, which are also the webhook's triggers: `conversation:message`. Several are separated by
    /// commas.
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
    settings: Mutex<DeliverySettings>,
    feed: Arc<Feed>,
}

/// How events are delivered. The API promises neither single events nor order, and repeats some.
#[derive(Clone, Copy)]
pub(crate) struct DeliverySettings {
    /// The maximum number of events per request.
    pub(crate) batch: usize,
    /// Whether each request is sent twice.
    pub(crate) duplicate: bool,
    /// Whether events that are queued at the same time are delivered in reverse order.
    pub(crate) reorder: bool,
}

impl Default for DeliverySettings {
    fn default() -> Self {
        Self { batch: 1, duplicate: false, reorder: false }
    }
}

/// A delivery whose body is kept as text, because a parsed body takes many times the memory.
struct Kept {
    /// Without its body.
    delivery: Delivery,
    body: Arc<str>,
}

impl Kept {
    fn delivery(&self) -> Delivery {
        Delivery { body: serde_json::from_str(&self.body).unwrap_or_default(), ..self.delivery.clone() }
    }
}

/// The results of deliveries.
#[derive(Default)]
struct Books {
    kept: VecDeque<Kept>,
    /// The total size of the bodies in `kept`.
    bytes: usize,
    /// How many deliveries are queued, running, or waiting for another attempt.
    pending: usize,
    /// How many of them wait for another attempt.
    retrying: usize,
    /// Incremented by a reset: older deliveries are dropped, and not waited for.
    epoch: u64,
    /// The number of the last delivery.
    number: u64,
}

/// The receiver of a request.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Receiver {
    /// The webhook with this ID.
    Webhook(String),
    /// A URL, which isn't called again.
    Url(String),
}

/// Events that are queued for a webhook.
struct Parcel {
    epoch: u64,
    app: String,
    receiver: Receiver,
    /// The triggers, separated by commas.
    trigger: String,
    /// As text, because many events may be queued.
    body: Arc<str>,
    /// How many queued events these are.
    count: usize,
}

impl Parcel {
    /// Adds the events of another parcel for the same webhook.
    fn add(&mut self, other: Self) {
        let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
        let (mut body, mut added) = (parsed(&self.body), parsed(&other.body));
        self.trigger = format!("{}, {}", self.trigger, other.trigger);
        self.count += other.count;
        if let (Some(events), Some(more)) = (body["events"].as_array_mut(), added["events"].as_array_mut()) {
            events.append(more);
        }
        self.body = body.to_string().into();
    }
}

impl Courier {
    /// `scale` is the factor for the delays. Unless `remote` is set, only webhooks on this machine are called.
    pub(crate) fn new(scale: f64, remote: bool, settings: DeliverySettings, feed: Arc<Feed>) -> Self {
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
            settings: Mutex::new(settings),
            feed,
        }
    }

    pub(crate) fn settings(&self) -> DeliverySettings {
        *lock(&self.settings)
    }

    pub(crate) fn set(&self, settings: DeliverySettings) {
        *lock(&self.settings) = settings;
    }

    /// Queues the events of an app for its webhooks.
    pub(crate) fn take(&self, app: &mut App, context: &Context) {
        for event in std::mem::take(&mut app.events) {
            if let Some(target) = event.target {
                self.queue(
                    app.id.clone(),
                    Receiver::Url(target),
                    event.trigger.to_owned(),
                    event.payload.to_string().into(),
                );
                continue;
            }
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
        let receiver = Receiver::Webhook(webhook.id.clone());
        self.queue(app.id.clone(), receiver, event.trigger.to_owned(), body.to_string().into());
    }

    fn queue(&self, app: String, receiver: Receiver, trigger: String, body: Arc<str>) {
        let epoch = {
            let mut books = lock(&self.books);
            books.pending += 1;
            books.epoch
        };
        if self.queue.send(Parcel { epoch, app, receiver, trigger, body, count: 1 }).is_err() {
            self.done(epoch, 1);
        }
    }

    /// Delivers the events of a logged delivery again.
    pub(crate) fn resend(&self, number: u64) -> Result<(), ApiError> {
        let found = lock(&self.books).kept.iter().find(|kept| kept.delivery.number == number).map(Kept::delivery);
        let delivery = found.ok_or_else(|| ApiError::not_found("the log doesn't have this delivery"))?;
        let app = delivery.body["app"]["id"].as_str().unwrap_or_default().to_owned();
        let receiver = match delivery.webhook_id.as_str() {
            "" => Receiver::Url(delivery.target),
            _ => Receiver::Webhook(delivery.webhook_id),
        };
        self.queue(app, receiver, delivery.trigger, delivery.body.to_string().into());
        Ok(())
    }

    fn done(&self, epoch: u64, count: usize) {
        let mut books = lock(&self.books);
        if books.epoch == epoch {
            books.pending = books.pending.saturating_sub(count);
        }
        self.idle.notify_all();
    }

    /// A delivery begins or ends to wait for another attempt.
    fn retrying(&self, epoch: u64, count: usize, is_waiting: bool) {
        let mut books = lock(&self.books);
        if books.epoch == epoch {
            let retrying = books.retrying;
            books.retrying = if is_waiting { retrying + count } else { retrying.saturating_sub(count) };
        }
        self.idle.notify_all();
    }

    /// Waits until each event has been sent once. Deliveries that wait for another attempt don't count.
    pub(crate) fn wait_for_first_attempts(&self, at_most: Duration) -> bool {
        self.wait_while(at_most, |books| books.pending > books.retrying)
    }

    /// Waits for the end of a condition. Returns `false` after this time.
    fn wait_while(&self, at_most: Duration, mut condition: impl FnMut(&Books) -> bool) -> bool {
        let waited = self.idle.wait_timeout_while(lock(&self.books), at_most, |books| condition(books));
        waited.is_ok_and(|(_, timeout)| !timeout.timed_out())
    }

    /// Waits until nothing is pending. Returns `false` after this time.
    pub(crate) fn wait(&self, at_most: Duration) -> bool {
        self.wait_while(at_most, |books| books.pending > 0)
    }

    pub(crate) fn pending(&self) -> usize {
        lock(&self.books).pending
    }

    pub(crate) fn kept(&self) -> Vec<Delivery> {
        lock(&self.books).kept.iter().map(Kept::delivery).collect()
    }

    /// At most `limit` deliveries after this number, and whether there are more.
    pub(crate) fn kept_after(&self, after: u64, limit: usize) -> (Vec<Delivery>, bool) {
        let books = lock(&self.books);
        let mut newer = books.kept.iter().filter(|kept| kept.delivery.number > after);
        let page = newer.by_ref().take(limit).map(Kept::delivery).collect();
        (page, newer.next().is_some())
    }

    /// The number of the last delivery.
    pub(crate) fn last(&self) -> u64 {
        lock(&self.books).number
    }

    /// Clears the log and drops pending deliveries.
    pub(crate) fn clear(&self) {
        let mut books = lock(&self.books);
        *books = Books { epoch: books.epoch + 1, number: books.number, ..Books::default() };
        self.idle.notify_all();
    }

    /// Clears the log. Pending deliveries continue.
    pub(crate) fn clear_log(&self) {
        let mut books = lock(&self.books);
        books.kept.clear();
        books.bytes = 0;
    }

    /// Ignores deliveries from before a reset.
    fn keep(&self, epoch: u64, mut delivery: Delivery, body: Arc<str>) {
        let mut books = lock(&self.books);
        if books.epoch == epoch {
            books.number += 1;
            delivery.number = books.number;
            let kept = Kept { delivery, body };
            if self.feed.is_watched() {
                self.feed.send("delivery", kept.delivery());
            }
            books.bytes += kept.body.len();
            books.kept.push_back(kept);
            while books.kept.len() > MAX_ENTRIES || (books.bytes > MAX_BYTES && books.kept.len() > 1) {
                let oldest = books.kept.pop_front().map_or(0, |kept| kept.body.len());
                books.bytes -= oldest;
            }
        }
    }
}

/// The owner of a courier.
pub(crate) trait Depot: Send + Sync + 'static {
    fn courier(&self) -> &Courier;
    /// A webhook of an app. `None` if it was deleted.
    fn webhook(&self, app: &str, id: &str) -> Option<Webhook>;
    /// The time in the API's format.
    fn now(&self) -> String;
}

/// Delivers events as long as the server runs. Each webhook receives its events one after the other, in order, except
/// for failed ones, which are retried later.
pub(crate) async fn run(depot: Arc<impl Depot>) {
    let Some(mut receiver) = lock(&depot.courier().receiver).take() else { return };
    let mut webhooks = HashMap::<Receiver, UnboundedSender<Parcel>>::new();
    let mut epoch = 0;
    while let Some(parcel) = receiver.recv().await {
        if parcel.epoch != epoch {
            // A call from before the reset may still run. Webhooks with the same IDs don't wait for it.
            webhooks.clear();
            epoch = parcel.epoch;
        }
        let webhook = webhooks.entry(parcel.receiver.clone()).or_insert_with(|| {
            let (queue, parcels) = unbounded_channel();
            tokio::spawn(call(Arc::clone(&depot), parcels));
            queue
        });
        if webhook.send(parcel).is_err() {
            depot.courier().done(epoch, 1);
        }
    }
}

async fn call(depot: Arc<impl Depot>, mut parcels: UnboundedReceiver<Parcel>) {
    while let Some(first) = parcels.recv().await {
        let settings = depot.courier().settings();
        for parcel in gathered(first, &mut parcels, settings).await {
            // The duplicate isn't retried.
            if settings.duplicate {
                attempt(&depot, &parcel, 1).await;
            }
            if attempt(&depot, &parcel, 1).await {
                depot.courier().done(parcel.epoch, parcel.count);
            } else {
                depot.courier().retrying(parcel.epoch, parcel.count, true);
                tokio::spawn(repeat(Arc::clone(&depot), parcel));
            }
        }
    }
}

/// Waits for further events if they are sent together or in another order.
async fn gathered(first: Parcel, parcels: &mut UnboundedReceiver<Parcel>, settings: DeliverySettings) -> Vec<Parcel> {
    if settings.batch <= 1 && !settings.reorder {
        return vec![first];
    }
    tokio::time::sleep(GATHERING).await;
    let mut queued = vec![first];
    while let Ok(parcel) = parcels.try_recv() {
        queued.push(parcel);
    }
    if settings.reorder {
        queued.reverse();
    }
    let mut gathered: Vec<Parcel> = Vec::new();
    for parcel in queued {
        match gathered.last_mut() {
            Some(last) if last.count < settings.batch && last.epoch == parcel.epoch => last.add(parcel),
            _ => gathered.push(parcel),
        }
    }
    gathered
}

async fn repeat(depot: Arc<impl Depot>, parcel: Parcel) {
    for (attempts, pause) in (2..).zip(PAUSES) {
        tokio::time::sleep(pause.mul_f64(depot.courier().scale)).await;
        if attempt(&depot, &parcel, attempts).await {
            break;
        }
    }
    depot.courier().retrying(parcel.epoch, parcel.count, false);
    depot.courier().done(parcel.epoch, parcel.count);
}

/// Whether this was the last attempt: it succeeded, isn't retried, or was dropped.
async fn attempt(depot: &Arc<impl Depot>, parcel: &Parcel, attempt: u32) -> bool {
    let courier = depot.courier();
    // The webhook may have been deleted or changed.
    let found = match &parcel.receiver {
        Receiver::Url(url) => Some((String::new(), url.clone(), None)),
        Receiver::Webhook(id) => {
            depot.webhook(&parcel.app, id).map(|webhook| (webhook.id, webhook.target, Some(webhook.secret)))
        }
    };
    let is_old = lock(&courier.books).epoch != parcel.epoch;
    let Some((webhook_id, target, secret)) = found.filter(|_| !is_old) else { return true };
    let response = {
        let (agent, text) = (courier.agent.clone(), Arc::clone(&parcel.body));
        let target = target.clone();
        // The client blocks, and the bot may call this server before it responds.
        tokio::task::spawn_blocking(move || post(&agent, &target, secret.as_deref(), &text)).await
    };
    let response = response.unwrap_or_else(|error| Err(Failure { text: error.to_string(), is_refusal: false }));
    let status = response.as_ref().ok().copied();
    let is_final = matches!(parcel.receiver, Receiver::Url(_))
        || status.is_some_and(|status| (200..300).contains(&status) || FINAL.contains(&status))
        || response.as_ref().is_err_and(|failure| failure.is_refusal)
        || usize::try_from(attempt).is_ok_and(|attempt| attempt > PAUSES.len());
    let delivery = Delivery {
        number: 0,
        time: depot.now(),
        webhook_id,
        target,
        trigger: parcel.trigger.clone(),
        body: Value::Null,
        attempt,
        status,
        error: response.err().map(|failure| failure.text),
        is_final,
    };
    courier.keep(parcel.epoch, delivery, Arc::clone(&parcel.body));
    is_final
}

/// Why a webhook didn't respond.
struct Failure {
    text: String,
    /// Whether the sandbox didn't call the webhook, because it is on another machine.
    is_refusal: bool,
}

fn post(agent: &Agent, target: &str, secret: Option<&str>, body: &str) -> Result<u16, Failure> {
    let mut request = agent.post(target).header("Content-Type", "application/json");
    if let Some(secret) = secret {
        request = request.header("X-API-Key", secret);
    }
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
