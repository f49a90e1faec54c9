// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SwitchboardIntegrationListResponse {
    /// The switchboard integrations returned.
    #[serde(rename = "switchboardIntegrations")]
    pub switchboard_integrations: Vec<SwitchboardIntegration>,
}
