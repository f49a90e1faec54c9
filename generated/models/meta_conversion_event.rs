// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Conversion event data as Meta expects it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MetaConversionEvent {
    /// See [`MetaConversionEventPayload`].
    pub payload: MetaConversionEventPayload,
}

impl MetaConversionEvent {
    /// Made of what is required; all else is unset.
    pub fn new(payload: impl Into<MetaConversionEventPayload>) -> Self {
        Self { payload: payload.into() }
    }

    /// Sets [`Self::payload`].
    pub fn with_payload(mut self, payload: impl Into<MetaConversionEventPayload>) -> Self {
        self.payload = payload.into();
        self
    }
}
