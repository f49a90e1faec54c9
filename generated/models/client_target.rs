// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Conversation to attach the client to.
    ///
    /// Used in [`ClientCreate`].
    pub struct ClientTarget {
        /// ID of the target conversation.
        required conversation_id: ConversationId = "conversationId", with_conversation_id;
    }

    new(conversation_id: ConversationId)

    also blank
}
