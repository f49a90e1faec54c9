// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Which apps to list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AppListFilter {
    /// Service account to list apps for; if set, only apps it has access to are returned.
    #[serde(rename = "serviceAccountId", skip_serializing_if = "Option::is_none")]
    pub service_account_id: Option<String>,
}

impl AppListFilter {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { service_account_id: None }
    }

    /// Sets [`Self::service_account_id`].
    pub fn with_service_account_id(mut self, service_account_id: impl Into<String>) -> Self {
        self.service_account_id = Some(service_account_id.into());
        self
    }
}

impl Default for AppListFilter {
    fn default() -> Self {
        Self::new()
    }
}
