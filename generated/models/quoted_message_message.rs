// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A quoted message of the same conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QuotedMessageMessage {
    /// See [`Message`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
}

impl QuotedMessageMessage {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { message: None }
    }

    /// Sets [`Self::message`].
    pub fn with_message(mut self, message: impl Into<Message>) -> Self {
        self.message = Some(message.into());
        self
    }
}

impl Default for QuotedMessageMessage {
    fn default() -> Self {
        Self::new()
    }
}
