//! A webhook server on actix-web: marks the messages that it receives as read.
//!
//! ```text
//! export SUNCO_SUBDOMAIN=acme SUNCO_KEY_ID=app_… SUNCO_KEY_SECRET=… SUNCO_WEBHOOK_SECRET=…
//! cargo run --example webhook_actix_web -- 127.0.0.1:8080
//! ```
//!
//! The cookbook shows the handler.

use std::env;
use std::error::Error;

use actix_web::{App, HttpServer};
use sunshine_conversations::models::{ActivityPost, ActivityType, Author, AuthorType, Event};
use sunshine_conversations::webhook::Delivery;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, rt, web};
use sunshine_conversations::ApiClient;
use sunshine_conversations::webhook::{MAX_SIZE, Receiver, SECRET_HEADER};

type Shared = web::Data<(Receiver, ApiClient)>;

async fn hook(request: HttpRequest, body: web::Bytes, shared: Shared) -> HttpResponse {
    let status = match shared.0.receive(request.headers().get(SECRET_HEADER), &body) {
        Ok(delivery) => {
            // API calls block, so they run on another thread, after the response
            rt::spawn(web::block(move || process(&shared.1, delivery)));
            StatusCode::OK
        }
        Err(error) => {
            let status = StatusCode::from_u16(error.status());
            status.unwrap_or(StatusCode::BAD_REQUEST)
        }
    };
    HttpResponse::new(status)
}

/// For `App::configure`.
fn app(config: &mut web::ServiceConfig, shared: Shared) {
    // actix-web's default limit is 256 kB
    let limit = web::PayloadConfig::new(MAX_SIZE);
    config.app_data(shared).app_data(limit).route("/hook", web::post().to(hook));
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

fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let (receiver, api) = (Receiver::new(env::var("SUNCO_WEBHOOK_SECRET")?), ApiClient::from_env()?);
    let shared = web::Data::new((receiver, api));
    let server = HttpServer::new(move || App::new().configure(|config| app(config, shared.clone()))).bind(address)?;
    println!("http://{}/hook", server.addrs().first().ok_or("no address")?);
    rt::System::new().block_on(async { server.run().await })?;
    Ok(())
}
