//! The live feed: requests, webhook deliveries and simulated events, as server-sent events.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, header};
use futures_util::stream;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Receiver, Sender, channel};

use crate::util::lock::lock;

/// How many events a slow client may be behind before it misses some.
const BACKLOG: usize = 1024;

/// How often a comment is sent, so that proxies keep an idle connection.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// How many simulated events are kept; the oldest are removed first.
const MAX_SIMULATED: usize = 10_000;

/// The total size of the simulated events that are kept.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Sends events to all clients that listen. Without clients, nothing is serialized.
pub(crate) struct Feed {
    sender: Sender<Bytes>,
    simulated: Mutex<Simulated>,
}

/// The log of simulated events.
#[derive(Default)]
struct Simulated {
    /// As text, because parsed values take many times the memory.
    kept: VecDeque<(u64, Arc<RawValue>)>,
    /// The total size of the texts in `kept`.
    bytes: usize,
    /// The number of the last event.
    number: u64,
}

impl Default for Feed {
    fn default() -> Self {
        Self { sender: channel(BACKLOG).0, simulated: Mutex::default() }
    }
}

impl Feed {
    pub(crate) fn send(&self, name: &str, data: impl Serialize) {
        if self.sender.receiver_count() == 0 {
            return;
        }
        // Line breaks only occur between the tokens of JSON that a client has sent.
        let Ok(data) = serde_json::to_string(&data) else { return };
        let data = data.replace(['\r', '\n'], " ");
        // An error means that the last client has just left.
        let _ = self.sender.send(format!("event: {name}\ndata: {data}\n\n").into());
    }

    pub(crate) fn is_watched(&self) -> bool {
        self.sender.receiver_count() > 0
    }

    /// Logs and sends a simulated event, with its number.
    pub(crate) fn simulated(&self, mut event: Value) {
        let event = {
            let mut log = lock(&self.simulated);
            log.number += 1;
            event["number"] = log.number.into();
            let Ok(event) = to_raw_value(&event).map(Arc::<RawValue>::from) else { return };
            let number = log.number;
            log.bytes += event.get().len();
            log.kept.push_back((number, Arc::clone(&event)));
            while log.kept.len() > MAX_SIMULATED || (log.bytes > MAX_BYTES && log.kept.len() > 1) {
                let oldest = log.kept.pop_front().map_or(0, |(_, event)| event.get().len());
                log.bytes -= oldest;
            }
            event
        };
        self.send("simulated", event);
    }

    /// At most `limit` simulated events after this number, and whether there are more.
    pub(crate) fn simulated_after(&self, after: u64, limit: usize) -> (Vec<Arc<RawValue>>, bool) {
        let log = lock(&self.simulated);
        let mut newer = log.kept.iter().filter(|(number, _)| *number > after).map(|(_, event)| Arc::clone(event));
        let page = newer.by_ref().take(limit).collect();
        (page, newer.next().is_some())
    }

    /// The number of the last simulated event.
    pub(crate) fn last_simulated(&self) -> u64 {
        lock(&self.simulated).number
    }

    /// Clears the log of simulated events.
    pub(crate) fn clear_simulated(&self) {
        let mut log = lock(&self.simulated);
        log.kept.clear();
        log.bytes = 0;
    }

    /// Returns a response that doesn't end.
    pub(crate) fn response(&self) -> Response<Body> {
        let greeting = Some(Bytes::from_static(b": connected\n\n"));
        let events = stream::unfold((greeting, self.sender.subscribe()), |(greeting, mut receiver)| async {
            let frame = match greeting {
                Some(greeting) => greeting,
                None => next(&mut receiver).await?,
            };
            Some((Ok::<_, Infallible>(frame), (None, receiver)))
        });
        let mut response = Response::new(Body::from_stream(events));
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

async fn next(receiver: &mut Receiver<Bytes>) -> Option<Bytes> {
    match tokio::time::timeout(KEEP_ALIVE, receiver.recv()).await {
        Err(_) => Some(Bytes::from_static(b": idle\n\n")),
        Ok(Ok(event)) => Some(event),
        Ok(Err(RecvError::Lagged(missed))) => Some(format!("event: missed\ndata: {{\"events\":{missed}}}\n\n").into()),
        Ok(Err(RecvError::Closed)) => None,
    }
}
