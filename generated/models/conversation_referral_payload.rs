// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ConversationReferralEvent`].
    pub struct ConversationReferralPayload {
        /// Conversation that the referral leads the user to.
        ///
        /// The [conversation
        /// referrals](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/conversation-referrals/)
        /// guide has the details.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// User that the conversation belongs to.
        option user: User = "user", with_user;
        /// Source of the referral.
        option source: SourceWithCampaignWebhook = "source", with_source;
        /// Information about how a user was referred to a conversation.
        ///
        /// The [conversation
        /// referrals](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/conversation-referrals/)
        /// guide has the details.
        option referral: Referral = "referral", with_referral;
    }

    new()

    also blank
}
