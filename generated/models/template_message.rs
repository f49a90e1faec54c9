// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message from a template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplateMessage {
    /// Whether supporting clients disable the chat input while this is the latest message of the history.
    ///
    /// Useful for guided flows, or to keep the end user from sending messages for a while.
    #[serde(rename = "blockChatInput", skip_serializing_if = "Option::is_none")]
    pub block_chat_input: Option<bool>,
    /// WhatsApp template message to send. Requires `schema` to be `whatsapp`; the
    /// [guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/message-overrides/#template-messages) has the details.
    pub template: Json,
}

impl TemplateMessage {
    /// Made of what is required; all else is unset.
    pub fn new(template: impl Into<Json>) -> Self {
        Self { block_chat_input: None, template: template.into() }
    }

    /// Sets [`Self::block_chat_input`].
    pub fn with_block_chat_input(mut self, block_chat_input: impl Into<bool>) -> Self {
        self.block_chat_input = Some(block_chat_input.into());
        self
    }

    /// Sets [`Self::template`].
    pub fn with_template(mut self, template: impl Into<Json>) -> Self {
        self.template = template.into();
        self
    }
}
