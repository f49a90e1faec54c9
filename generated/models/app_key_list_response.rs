// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `appKeyListResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AppKeyListResponse {
    /// The API keys returned.
    pub keys: Vec<AppKey>,
}
