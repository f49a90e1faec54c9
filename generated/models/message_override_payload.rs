// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Payload that the channel receives exactly as given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MessageOverridePayload {
    /// See [`Json`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payload: Option<Json>,
}

impl MessageOverridePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { payload: None }
    }

    /// Sets [`Self::payload`].
    pub fn with_payload(mut self, payload: impl Into<Json>) -> Self {
        self.payload = Some(payload.into());
        self
    }
}

impl Default for MessageOverridePayload {
    fn default() -> Self {
        Self::new()
    }
}
