//! The live feed: requests, webhook deliveries and simulated events, as server-sent events.

use std::convert::Infallible;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, header};
use futures_util::stream;
use serde::Serialize;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Receiver, Sender, channel};

/// How many events a slow client may be behind before it misses some.
const BACKLOG: usize = 1024;
/// How often a comment is sent, so that proxies keep an idle connection.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// Sends events to all clients that listen. Without clients, nothing is serialized.
pub(crate) struct Feed {
    sender: Sender<Bytes>,
    simulated: AtomicU64,
}

impl Default for Feed {
    fn default() -> Self {
        Self { sender: channel(BACKLOG).0, simulated: AtomicU64::new(0) }
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

    /// The number of a simulated event.
    pub(crate) fn number(&self) -> u64 {
        self.simulated.fetch_add(1, Ordering::Relaxed) + 1
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
