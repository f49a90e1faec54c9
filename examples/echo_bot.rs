//! A bot in one file: receives messages through a webhook and replies through the SDK.
//!
//! ```text
//! cargo run --example echo_bot
//! ```
//!
//! The API is the in-memory sandbox, which also simulates the end user. Against the real API, `Bot` and `serve` stay
//! the same; the webhook's target must then be a public URL.
//!
//! The bot processes an event before it responds. If that fails, it responds with 503, and the API delivers the event again.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use sunshine_conversations::models::*;
use sunshine_conversations::webhook::{ReceiveError, Receiver, SECRET_HEADER, SeenEvents};
use sunshine_conversations::{ApiClient, AppClient, Credentials};
use sunshine_conversations_sandbox::Sandbox;
use tiny_http::{Request, Response, Server};

fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start()?;
    let credentials = Credentials::basic(sandbox.key_id(), sandbox.key_secret());
    let api = ApiClient::builder().base_url(sandbox.base_url()).credentials(credentials).build()?;
    let app = api.app(sandbox.app_id());

    // The webhook is created with a custom integration. The response contains its secret.
    let server = Arc::new(Server::http("127.0.0.1:0").map_err(|error| error.to_string())?);
    let webhook = Webhook::new(
        format!("http://{}/", server.server_addr()),
        [Trigger::ConversationMessage, Trigger::ConversationPostback],
    );
    let integration = CustomIntegration::new([webhook]).with_display_name("Echo").into();
    let Integration::Custom(created) = app.create_integration(&integration).send()?.integration else {
        return Err("the response contains another integration".into());
    };
    let secret = created.webhooks.iter().find_map(|webhook| webhook.secret.clone());
    let secret = secret.ok_or("the webhook's secret is missing")?;

    let bot = Bot { api, receiver: Receiver::new(secret), seen: SeenEvents::new(10_000) };
    let listening = Arc::clone(&server);
    let thread = std::thread::spawn(move || serve(&listening, &bot));

    // Simulates an end user and prints the conversation.
    app.create_user(&UserCreateBody::new().with_external_id("ada")).send()?;
    let ada = sandbox.end_user("ada");
    let mut dialogue = Dialogue { sandbox: &sandbox, app: &app, shown: 0 };
    ada.send_text("Hello, is anybody there?")?;
    dialogue.show_new()?;
    println!("ada   (taps \"Louder, please\")");
    ada.tap_postback("SHOUT")?;
    dialogue.show_new()?;
    ada.send(serde_json::json!({"type": "location", "coordinates": {"lat": 51.5237, "long": -0.1585}}))?;
    dialogue.show_new()?;

    server.unblock();
    thread.join().map_err(|_| "the bot panicked")?;
    Ok(())
}

/// The conversation with Ada, as stored by the API.
struct Dialogue<'a> {
    sandbox: &'a Sandbox,
    app: &'a AppClient,
    shown: usize,
}

impl Dialogue<'_> {
    /// Waits until the bot has handled all events, and prints the new messages.
    fn show_new(&mut self) -> Result<(), Box<dyn Error>> {
        if !self.sandbox.wait_for_deliveries(Duration::from_secs(30)) {
            return Err(format!("the bot didn't respond to its webhook: {:?}", self.sandbox.deliveries()).into());
        }
        let of_ada = ConversationListFilter::new().with_user_external_id("ada");
        let conversations = self.app.list_conversations(&of_ada).send()?.conversations;
        let conversation = conversations.first().ok_or("ada doesn't have a conversation")?;
        let messages = self.app.list_messages(&conversation.id).send()?.messages;
        messages.iter().skip(self.shown).for_each(|message| println!("{}", line(message)));
        self.shown = messages.len();
        Ok(())
    }
}

struct Bot {
    api: ApiClient,
    receiver: Receiver,
    /// A response may be lost, in which case the API sends the event again.
    seen: SeenEvents,
}

/// Handles requests one after the other, until the server is unblocked.
fn serve(server: &Server, bot: &Bot) {
    for mut request in server.incoming_requests() {
        let status = receive(&mut request, bot).unwrap_or_else(|error| {
            eprintln!("{error}");
            error.status()
        });
        if let Err(error) = request.respond(Response::empty(status)) {
            eprintln!("can't send the response: {error}");
        }
    }
}

/// Returns the status code of the response.
fn receive(request: &mut Request, bot: &Bot) -> Result<u16, ReceiveError> {
    let mut body = Vec::new();
    if let Err(error) = request.as_reader().read_to_end(&mut body) {
        // A partial body isn't valid JSON, so it is rejected.
        eprintln!("incomplete request: {error}");
    }
    let secret = request.headers().iter().find(|header| header.field.equiv(SECRET_HEADER));
    let delivery = bot.receiver.receive(secret.map(|header| header.value.as_str()), &body)?;
    let app = bot.api.app(&delivery.app.id);
    let mut status = 200;
    for event in delivery.events.iter().filter(|event| bot.seen.is_new(&event.id())) {
        if let Err(error) = bot.handle(&app, event) {
            eprintln!("{error}");
            // The API sends the event again, and it must be new then.
            bot.seen.remove(&event.id());
            status = 503;
        }
    }
    Ok(status)
}

impl Bot {
    fn handle(&self, app: &AppClient, event: &Event) -> sunshine_conversations::Result<()> {
        let (conversation, response) = match event {
            Event::ConversationMessage(event) => {
                let Some(message) = &event.payload.message else { return Ok(()) };
                // The bot's own messages are also delivered.
                if !message.author.as_ref().is_some_and(AuthorWebhook::is_user) {
                    return Ok(());
                }
                let response = match &message.content {
                    Some(Content::Text(text)) => format!("Echo: {}", text.text.as_deref().unwrap_or_default()),
                    Some(Content::Location(place)) => {
                        format!("You are at {} and {}", place.coordinates.lat, place.coordinates.long)
                    }
                    _ => "I only understand text and locations".to_owned(),
                };
                let louder = Postback::new("Louder, please", "SHOUT");
                (&event.payload.conversation, TextMessage::from(response).with_actions([louder]))
            }
            Event::ConversationPostback(event) => {
                let payload = event.payload.postback.as_ref().and_then(|postback| postback.payload.as_deref());
                let response = if payload == Some("SHOUT") { "HELLO!" } else { "Unknown button" };
                (&event.payload.conversation, TextMessage::from(response))
            }
            _ => return Ok(()),
        };
        if let Some(conversation) = conversation {
            let business = Author::new(AuthorType::Business).with_display_name("Echo");
            app.post_message(&conversation.id, &MessagePost::new(business, response)).send()?;
        }
        Ok(())
    }
}

fn line(message: &Message) -> String {
    let who = match &message.author {
        Some(author) if author.is_user() => "ada ",
        _ => "echo",
    };
    match &message.content {
        Some(Content::Text(said)) => format!("{who}  {}", said.text.as_deref().unwrap_or_default()),
        Some(Content::Location(place)) => format!("{who}  [{}, {}]", place.coordinates.lat, place.coordinates.long),
        other => format!("{who}  {other:?}"),
    }
}
