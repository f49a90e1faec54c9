// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationMessageDeliveryPayload {
    /// User that the conversation belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<User>,
    /// Conversation that the message was sent in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation: Option<ConversationTruncated>,
    /// See [`DeliveryMessage`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<DeliveryMessage>,
    /// See [`DeliveryDestination`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination: Option<DeliveryDestination>,
    /// Third-party messages that the event is about.
    ///
    /// Their order may differ from one trigger to another. Unset for channels that do not expose message IDs.
    #[serde(rename = "externalMessages", skip_serializing_if = "Option::is_none")]
    pub external_messages: Option<Vec<DeliveryExternalMessage>>,
    /// Whether no further webhook follows for this pair of `message.id` and `destination.type`.
    #[serde(rename = "isFinalEvent", skip_serializing_if = "Option::is_none")]
    pub is_final_event: Option<bool>,
}

impl ConversationMessageDeliveryPayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            user: None,
            conversation: None,
            message: None,
            destination: None,
            external_messages: None,
            is_final_event: None,
        }
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<User>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::message`].
    pub fn with_message(mut self, message: impl Into<DeliveryMessage>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Sets [`Self::destination`].
    pub fn with_destination(mut self, destination: impl Into<DeliveryDestination>) -> Self {
        self.destination = Some(destination.into());
        self
    }

    /// Sets [`Self::external_messages`].
    pub fn with_external_messages(
        mut self,
        external_messages: impl IntoIterator<Item = impl Into<DeliveryExternalMessage>>,
    ) -> Self {
        self.external_messages = Some(external_messages.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::is_final_event`].
    pub fn with_is_final_event(mut self, is_final_event: impl Into<bool>) -> Self {
        self.is_final_event = Some(is_final_event.into());
        self
    }
}

impl Default for ConversationMessageDeliveryPayload {
    fn default() -> Self {
        Self::new()
    }
}
