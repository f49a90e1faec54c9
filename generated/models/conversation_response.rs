// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`create_conversation`](crate::ApiClient::create_conversation),
    /// [`get_conversation`](crate::ApiClient::get_conversation) and
    /// [`update_conversation`](crate::ApiClient::update_conversation).
    pub struct ConversationResponse {
        /// The conversation.
        required conversation: Conversation = "conversation";
    }
}
