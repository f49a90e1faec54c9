// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message from a template.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TemplateMessage {
    /// Whether supporting clients disable the chat input while this is the latest message of the history.
    ///
    /// Useful for guided flows, or to keep the end user from sending messages for a while.
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

impl Fields for TemplateMessage {
    const NAME: &'static str = "TemplateMessage";
    const KEYS: &'static [&'static str] = &["type", "blockChatInput", "template"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut block_chat_input = None;
        let mut template = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.value(&mut block_chat_input),
                2 => object.required(&mut template),
                _ => object.skip(),
            }?;
        }
        Ok(Self { block_chat_input, template: given(template, "template")? })
    }
}

impl<'de> Deserialize<'de> for TemplateMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for TemplateMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("blockChatInput", &self.block_chat_input);
        object.field("template", &self.template);
        object.end()
    }
}
