// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Message reference that Apple returned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AppleMessageRef {
    /// See [`AppleInteractiveDataRef`].
    #[serde(rename = "interactiveDataRef")]
    pub interactive_data_ref: AppleInteractiveDataRef,
}

impl AppleMessageRef {
    /// Made of what is required; all else is unset.
    pub fn new(interactive_data_ref: impl Into<AppleInteractiveDataRef>) -> Self {
        Self { interactive_data_ref: interactive_data_ref.into() }
    }

    /// Sets [`Self::interactive_data_ref`].
    pub fn with_interactive_data_ref(mut self, interactive_data_ref: impl Into<AppleInteractiveDataRef>) -> Self {
        self.interactive_data_ref = interactive_data_ref.into();
        self
    }
}
