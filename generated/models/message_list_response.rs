// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// One page of [`list_messages`](crate::ApiClient::list_messages).
    pub struct MessageListResponse {
        /// The messages found.
        required messages: [Message] = "messages";
        /// Metadata of a response.
        default meta: Meta = "meta";
        /// Links to the previous and the next page, if they exist.
        option links: Links = "links";
    }
}

page! { MessageListResponse: Message in messages, meta: meta, links: links }
