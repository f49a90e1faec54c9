// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationReadPayload {
    /// Conversation that the message was read in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation: Option<ConversationTruncated>,
    /// See [`ConversationReadActivity`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<ConversationReadActivity>,
}

impl ConversationReadPayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None, activity: None }
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::activity`].
    pub fn with_activity(mut self, activity: impl Into<ConversationReadActivity>) -> Self {
        self.activity = Some(activity.into());
        self
    }
}

impl Default for ConversationReadPayload {
    fn default() -> Self {
        Self::new()
    }
}
