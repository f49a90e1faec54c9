// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Conversations that the operation merged; omitted when there are none.
    ///
    /// Used in [`UserMergePayload`].
    pub struct MergedConversations {
        /// Conversation that stands for the merged conversation from now on.
        option surviving: ConversationTruncated = "surviving", with_surviving;
        /// Conversation that was absorbed into the surviving one.
        option discarded: ConversationTruncated = "discarded", with_discarded;
    }

    new()
}
