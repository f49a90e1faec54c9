// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message of type `form`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FormMessage {
    /// Whether the form has been submitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted: Option<bool>,
    /// Whether supporting clients disable the chat input while this is the latest message of the history.
    ///
    /// Useful for guided flows, or to keep the end user from sending messages for a while.
    #[serde(rename = "blockChatInput", skip_serializing_if = "Option::is_none")]
    pub block_chat_input: Option<bool>,
    /// Fields of the message. Occurs only in messages of type `form` or `formResponse`.
    pub fields: Vec<FormMessageField>,
    /// Optional text that social channels display above the link to the form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl FormMessage {
    /// Made of what is required; all else is unset.
    pub fn new(fields: impl IntoIterator<Item = impl Into<FormMessageField>>) -> Self {
        Self {
            submitted: None,
            block_chat_input: None,
            fields: fields.into_iter().map(Into::into).collect(),
            text: None,
        }
    }

    /// Sets [`Self::submitted`].
    pub fn with_submitted(mut self, submitted: impl Into<bool>) -> Self {
        self.submitted = Some(submitted.into());
        self
    }

    /// Sets [`Self::block_chat_input`].
    pub fn with_block_chat_input(mut self, block_chat_input: impl Into<bool>) -> Self {
        self.block_chat_input = Some(block_chat_input.into());
        self
    }

    /// Sets [`Self::fields`].
    pub fn with_fields(mut self, fields: impl IntoIterator<Item = impl Into<FormMessageField>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::text`].
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }
}
