// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IntegrationKeyListResponse {
    /// API keys of the integration.
    pub keys: Vec<IntegrationKey>,
}
