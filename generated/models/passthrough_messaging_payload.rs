// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`PassthroughMessagingEvent`].
    pub struct PassthroughMessagingPayload {
        /// User that sent the message.
        option user: User = "user", with_user;
        /// Conversation that the message was sent in.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// Source of the message.
        option source: SourceWebhook = "source", with_source;
        /// The message as Apple Messages for Business sent it.
        option apple: ApplePassthrough = "apple", with_apple;
    }

    new()

    also blank
}
