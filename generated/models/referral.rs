// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Information about how a user was referred to a conversation.
    ///
    /// The [conversation
    /// referrals](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/conversation-referrals/)
    /// guide has the details.
    ///
    /// Used in [`ConversationCreatePayload`] and [`ConversationReferralPayload`].
    pub struct Referral {
        /// Identifier of the referral.
        option code: String = "code", with_code;
        /// Further information about the referral.
        option details: ReferralDetails = "details", with_details;
    }

    new()
}
