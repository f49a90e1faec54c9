// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ConversationTypingEvent`].
    pub struct ConversationTypingPayload {
        /// Conversation that the activity was sent in.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// The activity sent.
        option activity: ConversationTypingActivity = "activity", with_activity;
    }

    new()

    also blank
}
