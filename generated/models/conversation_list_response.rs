// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// One page of [`list_conversations`](crate::ApiClient::list_conversations).
    pub struct ConversationListResponse {
        /// The conversations returned.
        required conversations: [Conversation] = "conversations";
        /// Metadata of a response.
        default meta: Meta = "meta";
        /// Links to the previous and the next page, if they exist.
        option links: Links = "links";
    }
}

page! { ConversationListResponse: Conversation in conversations, meta: meta, links: links }
