// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A response to a message of type `form`.
///
/// Supported only as the answer to a form in the Web Messenger; the API cannot send one.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FormResponseMessage {
    /// The submitted fields.
    pub fields: Vec<FormResponseMessageField>,
    /// All fields as text: one `label: value` each, with a newline between them.
    pub text_fallback: Option<String>,
}

impl FormResponseMessage {
    /// Made of what is required; all else is unset.
    pub fn new(fields: impl IntoIterator<Item = impl Into<FormResponseMessageField>>) -> Self {
        Self { fields: fields.into_iter().map(Into::into).collect(), text_fallback: None }
    }

    /// Sets [`Self::fields`].
    pub fn with_fields(mut self, fields: impl IntoIterator<Item = impl Into<FormResponseMessageField>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::text_fallback`].
    pub fn with_text_fallback(mut self, text_fallback: impl Into<String>) -> Self {
        self.text_fallback = Some(text_fallback.into());
        self
    }
}

impl Fields for FormResponseMessage {
    const NAME: &'static str = "FormResponseMessage";
    const KEYS: &'static [&'static str] = &["type", "fields", "textFallback"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut fields = None;
        let mut text_fallback = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.required(&mut fields),
                2 => object.value(&mut text_fallback),
                _ => object.skip(),
            }?;
        }
        Ok(Self { fields: given(fields, "fields")?, text_fallback })
    }
}

impl<'de> Deserialize<'de> for FormResponseMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for FormResponseMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("fields", &self.fields);
        object.option("textFallback", &self.text_fallback);
        object.end()
    }
}
