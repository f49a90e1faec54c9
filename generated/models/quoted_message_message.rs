// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A quoted message of the same conversation.
    ///
    /// Variant of [`QuotedMessage`].
    pub struct QuotedMessageMessage {
        /// The message.
        option message: Message = "message", with_message;
    }

    tag "type" = "message"

    new()
}
