//! An async service on axum: responds to deliveries at once, processes events in the background, and finishes them before it
//! exits.
//!
//! ```text
//! export SUNCO_SUBDOMAIN=acme SUNCO_KEY_ID=app_… SUNCO_KEY_SECRET=… SUNCO_WEBHOOK_SECRET=…
//! cargo run -p webhook-examples --example async_service -- 127.0.0.1:8080
//! ```
//!
//! The cookbook shows the same program.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Router, routing::post};
use sunshine_conversations::ApiClient;
use sunshine_conversations::models::*;
use sunshine_conversations::webhook::{MAX_SIZE, Receiver, SECRET_HEADER, SeenEvents};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;
use tokio::time::timeout;

/// Events that wait; more are rejected, so that the API delivers them later.
const MAX_QUEUED: usize = 1_000;
/// Calls at the same time; each takes a thread.
const MAX_CALLS: usize = 8;
/// Time for events that are queued when the service stops.
const DRAIN: Duration = Duration::from_secs(20);

type Job = (AppId, Event);

struct Service {
    receiver: Receiver,
    seen: SeenEvents,
    queue: mpsc::Sender<Job>,
}

/// Responds at once: the events are processed in the background.
async fn hook(service: State<Arc<Service>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let delivery = match service.receiver.receive(headers.get(SECRET_HEADER), &body) {
        Ok(delivery) => delivery,
        Err(error) => return StatusCode::from_u16(error.status()).unwrap_or(StatusCode::BAD_REQUEST),
    };
    for failed in &delivery.failed {
        eprintln!("skipped: {failed}");
    }
    let is_new = |event: &Event| service.seen.is_new(&event.id());
    let new: Vec<Event> = delivery.events.into_iter().filter(is_new).collect();
    let Ok(places) = service.queue.try_reserve_many(new.len()) else {
        // not duplicates when they are redelivered
        new.iter().for_each(|event| service.seen.remove(&event.id()));
        return StatusCode::SERVICE_UNAVAILABLE;
    };
    for (place, event) in places.zip(new) {
        place.send((delivery.app.id.clone(), event));
    }
    StatusCode::OK
}

/// Processes events until the queue is closed and empty.
async fn process(mut queue: mpsc::Receiver<Job>, api: ApiClient, is_cancelled: Arc<AtomicBool>) {
    let free = Arc::new(Semaphore::new(MAX_CALLS));
    let mut running = JoinSet::new();
    while let Some((app, event)) = queue.recv().await {
        let Ok(place) = Arc::clone(&free).acquire_owned().await else { break };
        if is_cancelled.load(Ordering::Relaxed) {
            eprintln!("not processed: {}", event.id());
            continue;
        }
        let api = api.clone();
        running.spawn_blocking(move || {
            if let Err(error) = handle(&api, &app, &event) {
                eprintln!("{}: {error}", event.id());
            }
            drop(place);
        });
        while running.try_join_next().is_some() {}
    }
    while running.join_next().await.is_some() {}
}

/// Replace this with your code. It marks messages as read.
fn handle(api: &ApiClient, app: &AppId, event: &Event) -> sunshine_conversations::Result<()> {
    let Event::ConversationMessage(event) = event else { return Ok(()) };
    if let Some(conversation) = &event.payload.conversation {
        let business = Author::new(AuthorType::Business);
        let read = ActivityPost::new(business, ActivityType::ConversationRead);
        // a call can't be aborted, but its time can be limited
        let call = api.post_activity(app, &conversation.id, &read);
        call.timeout(Duration::from_secs(10)).send()?;
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let api = ApiClient::from_env()?;
    let receiver = Receiver::new(env::var("SUNCO_WEBHOOK_SECRET")?);
    let (queue, jobs) = mpsc::channel(MAX_QUEUED);
    let is_cancelled = Arc::new(AtomicBool::new(false));
    let mut processing = tokio::spawn(process(jobs, api, Arc::clone(&is_cancelled)));

    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("http://{}/hook", listener.local_addr()?);
    let service = Arc::new(Service { receiver, seen: SeenEvents::new(10_000), queue });
    let limit = DefaultBodyLimit::max(MAX_SIZE);
    let app = Router::new().route("/hook", post(hook)).layer(limit).with_state(service);
    let mut terminated = signal(SignalKind::terminate())?;
    let stop = async move { terminated.recv().await.unwrap_or_default() };
    axum::serve(listener, app).with_graceful_shutdown(stop).await?;

    // The last sender is gone, so the task ends after the last event.
    if timeout(DRAIN, &mut processing).await.is_err() {
        is_cancelled.store(true, Ordering::Relaxed);
        processing.await?;
    }
    Ok(())
}
