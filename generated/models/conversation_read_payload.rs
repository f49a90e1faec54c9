// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ConversationReadEvent`].
    pub struct ConversationReadPayload {
        /// Conversation that the message was read in.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// The activity sent.
        option activity: ConversationReadActivity = "activity", with_activity;
    }

    new()

    also blank
}
