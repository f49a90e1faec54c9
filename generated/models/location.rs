// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Details of the place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Location {
    /// Address of the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Name of the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Location {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { address: None, name: None }
    }

    /// Sets [`Self::address`].
    pub fn with_address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }

    /// Sets [`Self::name`].
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl Default for Location {
    fn default() -> Self {
        Self::new()
    }
}
