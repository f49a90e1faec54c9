// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An API key to be created for a custom integration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IntegrationKeyCreateBody {
    /// Name of the API key.
    #[serde(rename = "displayName")]
    pub display_name: String,
}

impl IntegrationKeyCreateBody {
    /// Made of what is required; all else is unset.
    pub fn new(display_name: impl Into<String>) -> Self {
        Self { display_name: display_name.into() }
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = display_name.into();
        self
    }
}
