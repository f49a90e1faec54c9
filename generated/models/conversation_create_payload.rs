// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ConversationCreateEvent`].
    pub struct ConversationCreatePayload {
        /// The newly created conversation.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// Reason for creating the conversation, if any.
        ///
        /// - `linkRequest`: to generate a link request that moves the user to another channel.
        /// - `message`: a message was sent.
        /// - `none`: no particular purpose; mostly seen when `CreateConversation` made it.
        /// - `notification`: the Notification API was called.
        /// - `prechatCapture`: in the Web Messenger, the user filled in a form for prechat capture.
        /// - `startConversation`: the `startConversation` API of an SDK integration was called, or a messaging
        ///   channel triggered a start conversation event.
        /// - `proactiveMessaging`: the user interacted with a campaign.
        option creation_reason: ConversationCreationReason = "creationReason", with_creation_reason;
        /// Source of the creation.
        option source: SourceWithCampaignWebhook = "source", with_source;
        /// User that the conversation belongs to; present only for conversations of type `personal`.
        ///
        /// For `sdkGroup` conversations, use `ListParticipants` to get the participants.
        option user: User = "user", with_user;
        /// Information about the referral, if any.
        option referral: Referral = "referral", with_referral;
    }

    new()

    also blank
}
