// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationReferralPayload {
    /// Conversation that the referral leads the user to.
    ///
    /// The [conversation
    /// referrals](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/conversation-referrals/) guide has the details.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation: Option<ConversationTruncated>,
    /// User that the conversation belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<User>,
    /// Where the referral came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceWithCampaignWebhook>,
    /// See [`Referral`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referral: Option<Referral>,
}

impl ConversationReferralPayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None, user: None, source: None, referral: None }
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

    /// Sets [`Self::referral`].
    pub fn with_referral(mut self, referral: impl Into<Referral>) -> Self {
        self.referral = Some(referral.into());
        self
    }
}

impl Default for ConversationReferralPayload {
    fn default() -> Self {
        Self::new()
    }
}
