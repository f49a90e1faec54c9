// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `conversationListResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationListResponse {
    /// The conversations returned.
    pub conversations: Vec<Conversation>,
    /// The API's `meta`.
    #[serde(default)]
    pub meta: Meta,
    /// The API's `links`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
}

impl Page for ConversationListResponse {
    type Item = Conversation;
    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.conversations
    }
}
