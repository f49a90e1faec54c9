// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Conversation to which the client is to be attached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ClientTarget {
    /// ID of the target conversation.
    #[serde(rename = "conversationId")]
    pub conversation_id: String,
}

impl ClientTarget {
    /// Made of what is required; all else is unset.
    pub fn new(conversation_id: impl Into<String>) -> Self {
        Self { conversation_id: conversation_id.into() }
    }

    /// Sets [`Self::conversation_id`].
    pub fn with_conversation_id(mut self, conversation_id: impl Into<String>) -> Self {
        self.conversation_id = conversation_id.into();
        self
    }
}
