// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A button that posts its payload to the business.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Postback {
    /// Text on the button.
    pub text: String,
    /// Payload of the postback or reply button.
    pub payload: String,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
}

impl Postback {
    /// Made of what is required; all else is unset.
    pub fn new(text: impl Into<String>, payload: impl Into<String>) -> Self {
        Self { text: text.into(), payload: payload.into(), metadata: None }
    }

    /// Sets [`Self::text`].
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`Self::payload`].
    pub fn with_payload(mut self, payload: impl Into<String>) -> Self {
        self.payload = payload.into();
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}
