// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationTypingPayload {
    /// Conversation that the activity was sent in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation: Option<ConversationTruncated>,
    /// See [`ConversationTypingActivity`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<ConversationTypingActivity>,
}

impl ConversationTypingPayload {
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
    pub fn with_activity(mut self, activity: impl Into<ConversationTypingActivity>) -> Self {
        self.activity = Some(activity.into());
        self
    }
}

impl Default for ConversationTypingPayload {
    fn default() -> Self {
        Self::new()
    }
}
