// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Which user survives a merge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SyncUserBody {
    /// The `user.id` of the Support user that survives a merge.
    ///
    /// Used only to synchronize messaging users after a merge of their Support counterparts.
    #[serde(rename = "survivingZendeskId", skip_serializing_if = "Option::is_none")]
    pub surviving_zendesk_id: Option<String>,
}

impl SyncUserBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { surviving_zendesk_id: None }
    }

    /// Sets [`Self::surviving_zendesk_id`].
    pub fn with_surviving_zendesk_id(mut self, surviving_zendesk_id: impl Into<String>) -> Self {
        self.surviving_zendesk_id = Some(surviving_zendesk_id.into());
        self
    }
}

impl Default for SyncUserBody {
    fn default() -> Self {
        Self::new()
    }
}
