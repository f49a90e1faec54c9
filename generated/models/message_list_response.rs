// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MessageListResponse {
    /// The messages found.
    pub messages: Vec<Message>,
    /// See [`Meta`].
    #[serde(default)]
    pub meta: Meta,
    /// See [`Links`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
}

impl Page for MessageListResponse {
    type Item = Message;
    #[inline]
    fn meta(&self) -> &Meta {
        &self.meta
    }

    #[inline]
    fn into_items(self) -> Vec<Self::Item> {
        self.messages
    }
}
