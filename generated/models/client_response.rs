// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `ClientResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ClientResponse {
    /// The API's `client`.
    pub client: Client,
}
