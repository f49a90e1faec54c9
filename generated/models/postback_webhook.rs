// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The postback of a button that the end user tapped.
    ///
    /// Used in [`ConversationPostbackPayload`].
    pub struct PostbackWebhook {
        /// Payload of the postback.
        option payload: String = "payload", with_payload;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
    }

    new()
}
