//! A webhook server on axum: marks the messages that it receives as read.
//!
//! ```text
//! export SUNCO_SUBDOMAIN=acme SUNCO_KEY_ID=app_… SUNCO_KEY_SECRET=… SUNCO_WEBHOOK_SECRET=…
//! cargo run --example webhook_axum -- 127.0.0.1:8080
//! ```
//!
//! The cookbook shows the handler.

use std::env;
use std::error::Error;

use sunshine_conversations::models::{ActivityPost, ActivityType, Author, AuthorType, Event};
use sunshine_conversations::webhook::Delivery;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Router, routing::post};
use sunshine_conversations::ApiClient;
use sunshine_conversations::webhook::{MAX_SIZE, Receiver, SECRET_HEADER};

type Shared = State<(Receiver, ApiClient)>;

async fn hook(State(shared): Shared, headers: HeaderMap, body: Bytes) -> StatusCode {
    let (receiver, api) = shared;
    match receiver.receive(headers.get(SECRET_HEADER), &body) {
        Ok(delivery) => {
            // API calls block, so they run on another thread, after the response
            tokio::task::spawn_blocking(move || process(&api, delivery));
            StatusCode::OK
        }
        Err(error) => {
            let status = StatusCode::from_u16(error.status());
            status.unwrap_or(StatusCode::BAD_REQUEST)
        }
    }
}

fn app(receiver: Receiver, api: ApiClient) -> Router {
    // axum's default limit is 2 MB
    let limit = DefaultBodyLimit::max(MAX_SIZE);
    Router::new().route("/hook", post(hook)).layer(limit).with_state((receiver, api))
}

/// Marks the messages of a delivery as read.
fn process(api: &ApiClient, delivery: Delivery) {
    let read = ActivityPost::new(Author::new(AuthorType::Business), ActivityType::ConversationRead);
    for event in delivery.events {
        let Event::ConversationMessage(event) = event else { continue };
        let Some(conversation) = event.payload.conversation else { continue };
        if let Err(error) = api.post_activity(&delivery.app.id, &conversation.id, &read).send() {
            eprintln!("{error}");
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let (receiver, api) = (Receiver::new(env::var("SUNCO_WEBHOOK_SECRET")?), ApiClient::from_env()?);
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("http://{}/hook", listener.local_addr()?);
    axum::serve(listener, app(receiver, api)).await?;
    Ok(())
}
