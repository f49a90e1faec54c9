//! A webhook behind axum: reads what it is sent, responses at once, and marks messages as read.
//!
//! ```text
//! export SUNCO_SUBDOMAIN=acme SUNCO_KEY_ID=app_… SUNCO_KEY_SECRET=… SUNCO_WEBHOOK_SECRET=…
//! cargo run --example webhook_axum -- 127.0.0.1:8080
//! ```
//!
//! The README has the middle part.

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

async fn hook(State((receiver, api)): State<(Receiver, ApiClient)>, headers: HeaderMap, body: Bytes) -> StatusCode {
    match receiver.receive(headers.get(SECRET_HEADER), &body) {
        Ok(delivery) => {
            // calls of the API block, and have threads of their own; the response does not wait for them
            tokio::task::spawn_blocking(move || work(&api, delivery));
            StatusCode::OK
        }
        Err(refused) => StatusCode::from_u16(refused.status()).unwrap_or(StatusCode::BAD_REQUEST),
    }
}

fn app(receiver: Receiver, api: ApiClient) -> Router {
    Router::new().route("/hook", post(hook)).layer(DefaultBodyLimit::max(MAX_SIZE)).with_state((receiver, api))
}

/// Lets the users know that their messages were read.
fn work(api: &ApiClient, delivery: Delivery) {
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
