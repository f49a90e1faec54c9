//! A webhook server on tiny_http: marks the messages that it receives as read.
//!
//! ```text
//! export SUNCO_SUBDOMAIN=acme SUNCO_KEY_ID=app_… SUNCO_KEY_SECRET=… SUNCO_WEBHOOK_SECRET=…
//! cargo run --example webhook_tiny_http -- 127.0.0.1:8080
//! ```
//!
//! The cookbook shows the handler.

use std::env;
use std::error::Error;

use sunshine_conversations::models::{ActivityPost, ActivityType, Author, AuthorType, Event};
use sunshine_conversations::webhook::Delivery;

use std::io::{self, Read};

use sunshine_conversations::ApiClient;
use sunshine_conversations::webhook::{MAX_SIZE, Receiver, SECRET_HEADER};
use tiny_http::{Request, Response, Server};

fn hook(mut request: Request, receiver: &Receiver, api: &ApiClient) -> io::Result<()> {
    let mut body = Vec::new();
    request.as_reader().take(MAX_SIZE as u64 + 1).read_to_end(&mut body)?;
    let headers = request.headers();
    let secret = headers.iter().find(|header| header.field.equiv(SECRET_HEADER));
    match receiver.receive(secret.map(|header| header.value.as_str()), &body) {
        Ok(delivery) => {
            // respond first, then process
            request.respond(Response::empty(200))?;
            process(api, delivery);
            Ok(())
        }
        Err(error) => request.respond(Response::empty(error.status())),
    }
}

/// Several threads may serve one server.
fn serve(server: &Server, receiver: &Receiver, api: &ApiClient) {
    for request in server.incoming_requests() {
        if let Err(error) = hook(request, receiver, api) {
            eprintln!("{error}");
        }
    }
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

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let (receiver, api) = (Receiver::new(env::var("SUNCO_WEBHOOK_SECRET")?), ApiClient::from_env()?);
    let server = Server::http(address)?;
    println!("http://{}/hook", server.server_addr());
    serve(&server, &receiver, &api);
    Ok(())
}
