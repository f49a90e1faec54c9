// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationRemovePayload {
    /// The deleted conversation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation: Option<ConversationTruncated>,
}

impl ConversationRemovePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None }
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }
}

impl Default for ConversationRemovePayload {
    fn default() -> Self {
        Self::new()
    }
}
