// The bot of src/cookbook.md, for its webhook servers.

use std::env;

use sunshine_conversations::ApiClient;
use sunshine_conversations::models::*;
use sunshine_conversations::webhook::{Delivery, Receiver, SeenEvents};

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
        let mut status = 200;
        for failed in &delivery.failed {
            eprintln!("skipped: {failed}");
        }
        let is_new = |event: &&Event| self.seen.is_new(&event.id());
        for event in delivery.events.iter().filter(is_new) {
            if let Err(error) = self.handle(&delivery.app.id, event) {
                eprintln!("{error}");
                self.seen.remove(&event.id()); // not a duplicate when it is redelivered
                status = 503;
            }
        }
        status
    }

    /// Replace this with your code. It marks messages as read.
    fn handle(&self, app: &AppId, event: &Event) -> sunshine_conversations::Result<()> {
        let Event::ConversationMessage(event) = event else { return Ok(()) };
        if let Some(conversation) = &event.payload.conversation {
            let read = ActivityPost::new(AuthorType::Business, ActivityType::ConversationRead);
            self.api.post_activity(app, &conversation.id, &read).send()?;
        }
        Ok(())
    }
}
