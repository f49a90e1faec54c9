// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `switchboardIntegrationResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SwitchboardIntegrationResponse {
    /// The switchboard integration.
    #[serde(rename = "switchboardIntegration")]
    pub switchboard_integration: SwitchboardIntegration,
}
