// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Conversations that the operation merged; omitted when there are none.
    ///
    /// Used in [`UserMergePayload`].
    pub struct MergedConversations {
        /// Conversation that replaces the merged conversation.
        option surviving: ConversationTruncated = "surviving", with_surviving;
        /// Conversation that was merged into the surviving one.
        option discarded: ConversationTruncated = "discarded", with_discarded;
    }

    new()
}
