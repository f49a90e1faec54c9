// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `integrationApiKeyResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IntegrationKeyResponse {
    /// The API's `key`.
    pub key: IntegrationKey,
}
