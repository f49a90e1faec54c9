//! Simulated end users in Rust.

use std::io;

use serde_json::{Value, json};

use crate::Sandbox;
use crate::outside::action::{Action, Place};
use crate::outside::events::{SimulatedEvent, Simulation, object, text};

/// A simulated end user, created by [`Sandbox::end_user`].
///
/// By default, the user acts in the default conversation, which is created if necessary, and on the conversation's
/// first active client. If it doesn't have one, the user acts on the device that was added last, or in the
/// web messenger.
///
/// ```
/// use std::time::Duration;
/// use sunshine_conversations_sandbox::Sandbox;
///
/// let sandbox = Sandbox::builder()
///     .seed(serde_json::json!({"apps": [{"users": [{"externalId": "steve"}]}]}))
///     .start()?;
/// let steve = sandbox.end_user("steve");
/// steve.send_text("Is anybody there?")?;
/// steve.mark_read()?;
/// // waits until the events are delivered
/// assert!(sandbox.wait_for_deliveries(Duration::from_secs(10)));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// If the user, conversation or client doesn't exist, or if the API wouldn't allow the action.
/// The state is unchanged.
#[derive(Debug, Clone)]
#[must_use = "an end user does nothing until a method is called"]
pub struct EndUser<'s> {
    sandbox: &'s Sandbox,
    place: Place,
    brand: Option<String>,
}

impl Sandbox {
    /// Returns a simulated end user, by ID or external ID, in the app of [`app_id`](Self::app_id).
    pub fn end_user(&self, user: &str) -> EndUser<'_> {
        EndUser { sandbox: self, place: Place { user: user.to_owned(), ..Place::default() }, brand: None }
    }

    /// Sends a text as a user, in the default conversation: the short form of `end_user(user).send_text(text)`. Returns
    /// the ID of the message.
    ///
    /// # Errors
    /// See [`EndUser`].
    pub fn send_text_as(&self, user: &str, text: &str) -> io::Result<String> {
        self.end_user(user).send_text(text)
    }
}

impl EndUser<'_> {
    /// Selects the brand of a user that is given by external ID.
    pub fn in_brand(mut self, brand: &str) -> Self {
        self.brand = Some(brand.to_owned());
        self
    }

    /// Selects a conversation, in which the user must be a participant.
    pub fn in_conversation(mut self, conversation: &str) -> Self {
        self.place.conversation = Some(conversation.to_owned());
        self
    }

    /// Selects a client, which must belong to the user and be active.
    pub fn on_client(mut self, client: &str) -> Self {
        self.place.client = Some(client.to_owned());
        self
    }

    /// Sends a text: `conversation:message`. Returns the ID of the message.
    pub fn send_text(&self, text: &str) -> io::Result<String> {
        self.send(json!({"type": "text", "text": text}))
    }

    /// Sends message content in the API's format: an image, a location, a form response, or a text with the `payload`
    /// of the selected quick reply. Returns the ID of the message.
    pub fn send(&self, content: Value) -> io::Result<String> {
        self.act(Action::Message { content: object(content)? }).map(|new| text(&new, "messageId"))
    }

    /// Taps a quick reply: `conversation:message` with the reply's text and payload. `text` is that of the reply. Returns the ID
    /// of the message.
    pub fn tap_reply(&self, text: &str) -> io::Result<String> {
        self.act(Action::Reply { text: text.to_owned() }).map(|new| crate::outside::events::text(&new, "messageId"))
    }

    /// Taps a postback button: `conversation:postback`, with the metadata of the last button that has this payload. The
    /// conversation must have a message with such a button.
    pub fn tap_postback(&self, payload: &str) -> io::Result<()> {
        self.act(Action::Postback { payload: payload.to_owned() }).map(drop)
    }

    /// Marks all messages as read: `conversation:read`.
    pub fn mark_read(&self) -> io::Result<()> {
        self.act(Action::Read).map(drop)
    }

    /// Starts typing: `conversation:typing`, with the activity `typing:start`.
    pub fn start_typing(&self) -> io::Result<()> {
        self.act(Action::StartTyping).map(drop)
    }

    /// Stops typing: `conversation:typing`, with the activity `typing:stop`.
    pub fn stop_typing(&self) -> io::Result<()> {
        self.act(Action::StopTyping).map(drop)
    }

    /// Follows a link or an advertisement with this code: `conversation:referral`, or `conversation:create` with the
    /// referral if the user doesn't have a conversation yet.
    pub fn follow_referral(&self, code: &str) -> io::Result<()> {
        self.act(Action::Referral { code: code.to_owned(), details: None }).map(drop)
    }

    /// Fills in the form for prechat capture: `conversation:create` with the reason `prechatCapture`, and a message of the
    /// type `formResponse`. `fields` are the fields of its content, in the API's format. The profile gets the values of the
    /// fields `name` and `email`. Returns the ID of the message.
    pub fn complete_prechat(&self, fields: Vec<Value>) -> io::Result<String> {
        self.act(Action::PrechatCapture { fields }).map(|new| text(&new, "messageId"))
    }

    /// Responds to the campaign with this ID. If the user doesn't have a conversation yet, one is created with the reason
    /// `proactiveMessaging`. The source has the campaign. Returns the ID of the message.
    pub fn respond_to_campaign(&self, campaign: &str, text: &str) -> io::Result<String> {
        let content = object(json!({"type": "text", "text": text}))?;
        let action = Action::Campaign { campaign: campaign.to_owned(), content };
        self.act(action).map(|new| crate::outside::events::text(&new, "messageId"))
    }

    /// Asks to continue the conversation on another channel, such as `whatsapp`, of which the app must have an
    /// integration: `client:add`, and `conversation:create` with the reason `linkRequest` if the user doesn't have a
    /// conversation yet. Returns the ID of the pending client. A message on it, or [`Sandbox::confirm_client`], confirms
    /// it.
    pub fn request_link(&self, channel: &str) -> io::Result<String> {
        self.act(Action::RequestLink { channel: channel.to_owned() }).map(|new| text(&new, "clientId"))
    }

    fn act(&self, action: Action) -> io::Result<Value> {
        let Place { user, conversation, client } = self.place.clone();
        let event = SimulatedEvent::UserAction { user, conversation, client, action };
        self.sandbox.simulate(Simulation::in_brand(event, self.brand.clone()))
    }
}
