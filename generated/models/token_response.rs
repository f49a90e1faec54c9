// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An access token.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TokenResponse {
    /// Access token for calls to the Sunshine Conversations API.
    pub access_token: Secret,
    /// Type of the token, which is always `Bearer`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token_type: Option<String>,
}
