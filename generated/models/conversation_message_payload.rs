// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationMessagePayload {
    /// Conversation that the message was sent in.
    pub conversation: Option<ConversationTruncated>,
    /// The message sent.
    pub message: Option<MessageWebhook>,
    /// Messages that the Notification API has sent since the user's last message.
    pub recent_notifications: Option<Vec<MessageWebhook>>,
}

impl ConversationMessagePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None, message: None, recent_notifications: None }
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::message`].
    pub fn with_message(mut self, message: impl Into<MessageWebhook>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Sets [`Self::recent_notifications`].
    pub fn with_recent_notifications(
        mut self,
        recent_notifications: impl IntoIterator<Item = impl Into<MessageWebhook>>,
    ) -> Self {
        self.recent_notifications = Some(recent_notifications.into_iter().map(Into::into).collect());
        self
    }
}

impl Default for ConversationMessagePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ConversationMessagePayload {
    const NAME: &'static str = "ConversationMessagePayload";
    const KEYS: &'static [&'static str] = &["conversation", "message", "recentNotifications"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation = None;
        let mut message = None;
        let mut recent_notifications = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut conversation),
                1 => object.value(&mut message),
                2 => object.value(&mut recent_notifications),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation, message, recent_notifications })
    }
}

impl<'de> Deserialize<'de> for ConversationMessagePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationMessagePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("conversation", &self.conversation);
        object.option("message", &self.message);
        object.option("recentNotifications", &self.recent_notifications);
        object.end()
    }
}
