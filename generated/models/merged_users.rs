// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The users that were merged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MergedUsers {
    /// User that stands for the merged user from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surviving: Option<User>,
    /// User that was absorbed into the surviving one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discarded: Option<User>,
}

impl MergedUsers {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { surviving: None, discarded: None }
    }

    /// Sets [`Self::surviving`].
    pub fn with_surviving(mut self, surviving: impl Into<User>) -> Self {
        self.surviving = Some(surviving.into());
        self
    }

    /// Sets [`Self::discarded`].
    pub fn with_discarded(mut self, discarded: impl Into<User>) -> Self {
        self.discarded = Some(discarded.into());
        self
    }
}

impl Default for MergedUsers {
    fn default() -> Self {
        Self::new()
    }
}
