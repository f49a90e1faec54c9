// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ConversationJoinEvent`].
    pub struct ConversationJoinPayload {
        /// Conversation that the user was added to.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// The user who joined.
        option user: UserTruncated = "user", with_user;
    }

    new()

    also blank
}
