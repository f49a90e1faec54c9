// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationPostbackPayload {
    /// Postback that the event is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postback: Option<PostbackWebhook>,
    /// Conversation that the postback belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation: Option<ConversationTruncated>,
    /// User who triggered the postback.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<User>,
    /// Where the postback came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceWithCampaignWebhook>,
}

impl ConversationPostbackPayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { postback: None, conversation: None, user: None, source: None }
    }

    /// Sets [`Self::postback`].
    pub fn with_postback(mut self, postback: impl Into<PostbackWebhook>) -> Self {
        self.postback = Some(postback.into());
        self
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<User>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<SourceWithCampaignWebhook>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl Default for ConversationPostbackPayload {
    fn default() -> Self {
        Self::new()
    }
}
