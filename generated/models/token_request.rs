// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A code to be exchanged for an access token.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TokenRequest {
    /// Authorization code that the OAuth flow delivered.
    pub code: Secret,
    /// Kind of grant; always `authorization_code`.
    pub grant_type: String,
    /// OAuth client id of the partner, assigned in the partner application process.
    pub client_id: String,
    /// OAuth client secret of the partner, assigned in the partner application process.
    pub client_secret: Secret,
}

impl TokenRequest {
    /// Made of what is required; all else is unset.
    pub fn new(
        code: impl Into<Secret>,
        grant_type: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
    ) -> Self {
        Self {
            code: code.into(),
            grant_type: grant_type.into(),
            client_id: client_id.into(),
            client_secret: client_secret.into(),
        }
    }

    /// Sets [`Self::code`].
    pub fn with_code(mut self, code: impl Into<Secret>) -> Self {
        self.code = code.into();
        self
    }

    /// Sets [`Self::grant_type`].
    pub fn with_grant_type(mut self, grant_type: impl Into<String>) -> Self {
        self.grant_type = grant_type.into();
        self
    }

    /// Sets [`Self::client_id`].
    pub fn with_client_id(mut self, client_id: impl Into<String>) -> Self {
        self.client_id = client_id.into();
        self
    }

    /// Sets [`Self::client_secret`].
    pub fn with_client_secret(mut self, client_secret: impl Into<Secret>) -> Self {
        self.client_secret = client_secret.into();
        self
    }
}
