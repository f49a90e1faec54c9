// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Conversations that the operation merged; omitted when there are none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MergedConversations {
    /// Conversation that stands for the merged conversation from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surviving: Option<ConversationTruncated>,
    /// Conversation that was absorbed into the surviving one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discarded: Option<ConversationTruncated>,
}

impl MergedConversations {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { surviving: None, discarded: None }
    }

    /// Sets [`Self::surviving`].
    pub fn with_surviving(mut self, surviving: impl Into<ConversationTruncated>) -> Self {
        self.surviving = Some(surviving.into());
        self
    }

    /// Sets [`Self::discarded`].
    pub fn with_discarded(mut self, discarded: impl Into<ConversationTruncated>) -> Self {
        self.discarded = Some(discarded.into());
        self
    }
}

impl Default for MergedConversations {
    fn default() -> Self {
        Self::new()
    }
}
