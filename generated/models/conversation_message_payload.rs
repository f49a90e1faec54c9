// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationMessagePayload {
    /// Conversation that the message was sent in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation: Option<ConversationTruncated>,
    /// The message sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageWebhook>,
    /// Messages that the Notification API has sent since the user's last message.
    #[serde(rename = "recentNotifications", skip_serializing_if = "Option::is_none")]
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
