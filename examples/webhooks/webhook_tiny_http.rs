//! A webhook server on tiny_http: marks the messages that it receives as read.
//!
//! ```text
//! export SUNCO_SUBDOMAIN=acme SUNCO_KEY_ID=app_… SUNCO_KEY_SECRET=… SUNCO_WEBHOOK_SECRET=…
//! cargo run -p webhook-examples --example webhook_tiny_http -- 127.0.0.1:8080
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

use std::io::Read;

use sunshine_conversations::webhook::{MAX_SIZE, SECRET_HEADER};
use tiny_http::{Request, Response, Server};

/// Returns the status code to respond with.
fn hook(request: &mut Request, bot: &Bot) -> u16 {
    let mut body = Vec::new();
    if request.as_reader().take(MAX_SIZE as u64 + 1).read_to_end(&mut body).is_err() {
        return 503;
    }
    let headers = request.headers();
    let secret = headers.iter().find(|header| header.field.equiv(SECRET_HEADER));
    match bot.receiver.receive(secret.map(|header| header.value.as_str()), &body) {
        Ok(delivery) => bot.process(delivery),
        Err(error) => error.status(),
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let bot = Bot::from_env()?;
    let server = Server::http(address).map_err(|error| error.to_string())?;
    println!("http://{}/hook", server.server_addr());
    for mut request in server.incoming_requests() {
        let status = hook(&mut request, &bot);
        if let Err(error) = request.respond(Response::empty(status)) {
            eprintln!("{error}");
        }
    }
    Ok(())
}
