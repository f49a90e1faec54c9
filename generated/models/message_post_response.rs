// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The messages created. There may be several if the request uses the shorthand syntax for a template
    /// message preceded by text.
    ///
    /// Response of [`post_message`](crate::ApiClient::post_message).
    pub struct MessagePostResponse {
        /// The messages.
        required messages: [Message] = "messages";
    }
}
