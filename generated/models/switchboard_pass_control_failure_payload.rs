// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SwitchboardPassControlFailurePayload {
    /// Details of the failure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Json>,
    /// Conversation that the switchboard event was fired from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation: Option<ConversationTruncated>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
}

impl SwitchboardPassControlFailurePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { error: None, conversation: None, metadata: None }
    }

    /// Sets [`Self::error`].
    pub fn with_error(mut self, error: impl Into<Json>) -> Self {
        self.error = Some(error.into());
        self
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}

impl Default for SwitchboardPassControlFailurePayload {
    fn default() -> Self {
        Self::new()
    }
}
