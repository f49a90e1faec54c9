// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A response to a message of type `form`.
///
/// Supported only as the answer to a form in the Web Messenger; the API cannot send one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FormResponseMessage {
    /// The submitted fields.
    pub fields: Vec<FormResponseMessageField>,
    /// All fields as text: one `label: value` each, with a newline between them.
    #[serde(rename = "textFallback", skip_serializing_if = "Option::is_none")]
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
