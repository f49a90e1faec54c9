// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `integrationResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IntegrationResponse {
    /// The API's `integration`.
    pub integration: Integration,
}
