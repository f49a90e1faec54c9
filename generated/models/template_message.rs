// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A message that is rendered from a template.
    ///
    /// Variant of [`Content`].
    pub struct TemplateMessage {
        /// Whether supporting clients disable the chat input while this is the latest message of the history.
        ///
        /// Useful for guided flows, or to keep the end user from sending messages for a while.
        option block_chat_input: bool = "blockChatInput", with_block_chat_input;
        /// WhatsApp template message to send. Requires `schema` to be `whatsapp`; the
        /// [guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/message-overrides/#template-messages)
        /// has the details.
        default template: Json = "template", with_template;
    }

    tag "type" = "template"

    new(template: Json)
}
