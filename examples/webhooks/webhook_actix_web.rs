//! A webhook server on actix-web: marks the messages that it receives as read.
//!
//! ```text
//! export SUNCO_SUBDOMAIN=acme SUNCO_KEY_ID=app_… SUNCO_KEY_SECRET=… SUNCO_WEBHOOK_SECRET=…
//! cargo run -p webhook-examples --example webhook_actix_web -- 127.0.0.1:8080
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

use actix_web::http::StatusCode;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, rt, web};
use sunshine_conversations::webhook::{MAX_SIZE, SECRET_HEADER};

type Shared = web::Data<Bot>;

async fn hook(request: HttpRequest, body: web::Bytes, bot: Shared) -> HttpResponse {
    let secret = request.headers().get(SECRET_HEADER);
    let status = match bot.receiver.receive(secret, &body) {
        Ok(delivery) => web::block(move || bot.process(delivery)).await.unwrap_or(503),
        Err(error) => error.status(),
    };
    let status = StatusCode::from_u16(status);
    HttpResponse::new(status.unwrap_or(StatusCode::SERVICE_UNAVAILABLE))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let bot = web::Data::new(Bot::from_env()?);
    let server = HttpServer::new(move || {
        // actix-web's default limit is 256 kB
        let limit = web::PayloadConfig::new(MAX_SIZE);
        let app = App::new().app_data(bot.clone()).app_data(limit);
        app.route("/hook", web::post().to(hook))
    });
    // on SIGTERM, finishes the deliveries that it has received, and exits
    let server = server.shutdown_timeout(90).bind(address)?;
    println!("http://{}/hook", server.addrs().first().ok_or("no address")?);
    rt::System::new().block_on(async { server.run().await })?;
    Ok(())
}
