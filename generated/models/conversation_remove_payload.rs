// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ConversationRemoveEvent`].
    pub struct ConversationRemovePayload {
        /// The deleted conversation.
        option conversation: ConversationTruncated = "conversation", with_conversation;
    }

    new()

    also blank
}
