//! A webhook server on axum: marks the messages that it receives as read.
//!
//! ```text
//! export SUNCO_SUBDOMAIN=acme SUNCO_KEY_ID=app_… SUNCO_KEY_SECRET=… SUNCO_WEBHOOK_SECRET=…
//! cargo run -p webhook-examples --example webhook_axum -- 127.0.0.1:8080
//! ```
//!
//! The cookbook shows the same program in two parts.

use std::env;

use sunshine_conversations::models::*;
use sunshine_conversations::webhook::{Delivery, Receiver, SeenEvents};
use sunshine_conversations::{ApiClient, AppClient};

struct Bot {
    api: ApiClient,
    receiver: Receiver,
    seen: SeenEvents,
}

impl Bot {
    fn from_env() -> Result<Self, Box<dyn std::error::Error>> {
        let secret = env::var("SUNCO_WEBHOOK_SECRET")?;
        let (api, receiver) = (ApiClient::from_env()?, Receiver::new(secret));
        Ok(Self { api, receiver, seen: SeenEvents::new(10_000) })
    }

    /// Returns the status code to respond with.
    fn process(&self, delivery: Delivery) -> u16 {
        let app = self.api.app(&delivery.app.id);
        let mut status = 200;
        for failed in &delivery.failed {
            eprintln!("skipped: {failed}");
        }
        let is_new = |event: &&Event| self.seen.is_new(&event.id());
        for event in delivery.events.iter().filter(is_new) {
            if let Err(error) = self.handle(&app, event) {
                eprintln!("{error}");
                self.seen.remove(&event.id()); // not a duplicate when it is redelivered
                status = 503;
            }
        }
        status
    }

    /// Replace this with your code. It marks messages as read.
    fn handle(&self, app: &AppClient, event: &Event) -> sunshine_conversations::Result<()> {
        let Event::ConversationMessage(event) = event else { return Ok(()) };
        if let Some(conversation) = &event.payload.conversation {
            let read = ActivityPost::new(AuthorType::Business, ActivityType::ConversationRead);
            app.post_activity(&conversation.id, &read).send()?;
        }
        Ok(())
    }
}

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Router, routing::post};
use sunshine_conversations::webhook::{MAX_SIZE, SECRET_HEADER};
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::spawn_blocking;

async fn hook(bot: State<Arc<Bot>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let status = match bot.receiver.receive(headers.get(SECRET_HEADER), &body) {
        Ok(delivery) => {
            let processed = spawn_blocking(move || bot.process(delivery));
            processed.await.unwrap_or(503)
        }
        Err(error) => error.status(),
    };
    StatusCode::from_u16(status).unwrap_or(StatusCode::SERVICE_UNAVAILABLE)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("http://{}/hook", listener.local_addr()?);
    // axum's default limit is 2 MB
    let limit = DefaultBodyLimit::max(MAX_SIZE);
    let app = Router::new().route("/hook", post(hook)).layer(limit);
    let server = axum::serve(listener, app.with_state(Arc::new(Bot::from_env()?)));
    // on SIGTERM, finishes the deliveries that it has received, and exits
    let mut terminated = signal(SignalKind::terminate())?;
    let stop = async move { terminated.recv().await.unwrap_or_default() };
    server.with_graceful_shutdown(stop).await?;
    Ok(())
}
