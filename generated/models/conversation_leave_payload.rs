// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ConversationLeaveEvent`].
    pub struct ConversationLeavePayload {
        /// Conversation that the user was removed from.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// The user who left.
        option user: UserTruncated = "user", with_user;
    }

    new()

    also blank
}
