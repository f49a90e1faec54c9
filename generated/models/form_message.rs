// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A message of type `form`.
    ///
    /// Variant of [`Content`].
    pub struct FormMessage {
        /// Whether the form has been submitted.
        ///
        /// Read-only: not sent in requests.
        option submitted: bool = "submitted", read_only;
        /// Whether supporting clients disable the chat input while this is the latest message of the history.
        ///
        /// Useful for guided flows, or to keep the end user from sending messages for a while.
        option block_chat_input: bool = "blockChatInput", with_block_chat_input;
        /// Fields of the message. Occurs only in messages of type `form` or `formResponse`.
        ///
        /// 1 to 20 items.
        default fields: [FormMessageField] = "fields", with_fields;
        /// Optional text that social channels display above the link to the form.
        option text: String = "text", with_text;
    }

    tag "type" = "form"

    new(fields: [FormMessageField])
}
