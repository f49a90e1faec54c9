// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Which integrations to list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IntegrationListFilter {
    /// Types to return, separated by commas; all types if omitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub types: Option<String>,
}

impl IntegrationListFilter {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { types: None }
    }

    /// Sets [`Self::types`].
    pub fn with_types(mut self, types: impl Into<String>) -> Self {
        self.types = Some(types.into());
        self
    }
}

impl Default for IntegrationListFilter {
    fn default() -> Self {
        Self::new()
    }
}
