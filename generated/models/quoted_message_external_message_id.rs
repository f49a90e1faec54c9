// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A quoted message that only the channel knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QuotedMessageExternalMessageId {
    /// External ID of the quoted message.
    #[serde(rename = "externalMessageId", skip_serializing_if = "Option::is_none")]
    pub external_message_id: Option<String>,
}

impl QuotedMessageExternalMessageId {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { external_message_id: None }
    }

    /// Sets [`Self::external_message_id`].
    pub fn with_external_message_id(mut self, external_message_id: impl Into<String>) -> Self {
        self.external_message_id = Some(external_message_id.into());
        self
    }
}

impl Default for QuotedMessageExternalMessageId {
    fn default() -> Self {
        Self::new()
    }
}
