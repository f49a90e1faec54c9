// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message of type `form`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FormMessage {
    /// Whether the form has been submitted.
    pub submitted: Option<bool>,
    /// Whether supporting clients disable the chat input while this is the latest message of the history.
    ///
    /// Useful for guided flows, or to keep the end user from sending messages for a while.
    pub block_chat_input: Option<bool>,
    /// Fields of the message. Occurs only in messages of type `form` or `formResponse`.
    pub fields: Vec<FormMessageField>,
    /// Optional text that social channels display above the link to the form.
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

impl Fields for FormMessage {
    const NAME: &'static str = "FormMessage";
    const KEYS: &'static [&'static str] = &["type", "submitted", "blockChatInput", "fields", "text"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut submitted = None;
        let mut block_chat_input = None;
        let mut fields = None;
        let mut text = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.value(&mut submitted),
                2 => object.value(&mut block_chat_input),
                3 => object.required(&mut fields),
                4 => object.value(&mut text),
                _ => object.skip(),
            }?;
        }
        Ok(Self { submitted, block_chat_input, fields: given(fields, "fields")?, text })
    }
}

impl<'de> Deserialize<'de> for FormMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for FormMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("submitted", &self.submitted);
        object.option("blockChatInput", &self.block_chat_input);
        object.field("fields", &self.fields);
        object.option("text", &self.text);
        object.end()
    }
}
