// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `IntegrationApiKeyListResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IntegrationKeyListResponse {
    /// API keys of the integration.
    pub keys: Vec<IntegrationKey>,
}
