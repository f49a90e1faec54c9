// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The payload of a button that the end user pressed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PostbackWebhook {
    /// Payload of the postback.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payload: Option<String>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
}

impl PostbackWebhook {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { payload: None, metadata: None }
    }

    /// Sets [`Self::payload`].
    pub fn with_payload(mut self, payload: impl Into<String>) -> Self {
        self.payload = Some(payload.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}

impl Default for PostbackWebhook {
    fn default() -> Self {
        Self::new()
    }
}
