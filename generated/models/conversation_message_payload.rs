// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ConversationMessageEvent`].
    pub struct ConversationMessagePayload {
        /// Conversation that the message was sent in.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// The message sent.
        option message: MessageWebhook = "message", with_message;
        /// Messages that the Notification API has sent since the user's last message.
        option recent_notifications: [MessageWebhook] = "recentNotifications", with_recent_notifications;
    }

    new()

    also blank
}
