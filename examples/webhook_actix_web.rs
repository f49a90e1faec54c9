//! A webhook behind actix-web: reads what it is sent, responses at once, and marks messages as read.
//!
//! ```text
//! export SUNCO_SUBDOMAIN=acme SUNCO_KEY_ID=app_… SUNCO_KEY_SECRET=… SUNCO_WEBHOOK_SECRET=…
//! cargo run --example webhook_actix_web -- 127.0.0.1:8080
//! ```
//!
//! The README has the middle part.

use std::env;
use std::error::Error;

use actix_web::{App, HttpServer};
use sunshine_conversations::models::{ActivityPost, ActivityType, Author, AuthorType, Event};
use sunshine_conversations::webhook::Delivery;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, rt, web};
use sunshine_conversations::ApiClient;
use sunshine_conversations::webhook::{MAX_SIZE, Receiver, SECRET_HEADER};

async fn hook(request: HttpRequest, body: web::Bytes, state: web::Data<(Receiver, ApiClient)>) -> HttpResponse {
    let status = match state.0.receive(request.headers().get(SECRET_HEADER), &body) {
        Ok(delivery) => {
            // calls of the API block, and have threads of their own; the response does not wait for them
            rt::spawn(web::block(move || work(&state.1, delivery)));
            StatusCode::OK
        }
        Err(refused) => StatusCode::from_u16(refused.status()).unwrap_or(StatusCode::BAD_REQUEST),
    };
    HttpResponse::new(status)
}

fn app(config: &mut web::ServiceConfig, state: web::Data<(Receiver, ApiClient)>) {
    config.app_data(state).app_data(web::PayloadConfig::new(MAX_SIZE)).route("/hook", web::post().to(hook));
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

fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let (receiver, api) = (Receiver::new(env::var("SUNCO_WEBHOOK_SECRET")?), ApiClient::from_env()?);
    let state = web::Data::new((receiver, api));
    let server = HttpServer::new(move || App::new().configure(|config| app(config, state.clone()))).bind(address)?;
    println!("http://{}/hook", server.addrs().first().ok_or("no address")?);
    rt::System::new().block_on(async { server.run().await })?;
    Ok(())
}
