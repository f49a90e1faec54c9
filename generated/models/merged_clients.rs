// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Clients that the operation merged; omitted when there are none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MergedClients {
    /// Client that existed before the merge began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surviving: Option<Client>,
    /// Pending client that the merge discarded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discarded: Option<Client>,
}

impl MergedClients {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { surviving: None, discarded: None }
    }

    /// Sets [`Self::surviving`].
    pub fn with_surviving(mut self, surviving: impl Into<Client>) -> Self {
        self.surviving = Some(surviving.into());
        self
    }

    /// Sets [`Self::discarded`].
    pub fn with_discarded(mut self, discarded: impl Into<Client>) -> Self {
        self.discarded = Some(discarded.into());
        self
    }
}

impl Default for MergedClients {
    fn default() -> Self {
        Self::new()
    }
}
