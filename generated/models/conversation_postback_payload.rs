// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ConversationPostbackEvent`].
    pub struct ConversationPostbackPayload {
        /// Postback that the event is about.
        option postback: PostbackWebhook = "postback", with_postback;
        /// Conversation that the postback belongs to.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// User who triggered the postback.
        option user: User = "user", with_user;
        /// Source of the postback.
        option source: SourceWithCampaignWebhook = "source", with_source;
    }

    new()

    also blank
}
