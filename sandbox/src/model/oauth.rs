//! OAuth clients, unused codes, and tokens.

use serde::{Deserialize, Serialize};

/// A partner's integration, which gets access through OAuth.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OAuthClient {
    pub(crate) id: String,
    pub(crate) secret: String,
    /// The allowed redirect URIs; any if empty.
    #[serde(default)]
    pub(crate) redirect_uris: Vec<String>,
    /// The URL that is called when the client's access to an app ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) remove_url: Option<String>,
}

/// An authorization code, which is valid for one token.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AuthorizationCode {
    pub(crate) code: String,
    pub(crate) client_id: String,
    pub(crate) app_id: String,
}

/// Credentials with scope `integration`, for one app.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccessToken {
    pub(crate) token: String,
    pub(crate) client_id: String,
    /// The integration ID of the client in the app, which is the same for all its tokens.
    pub(crate) integration_id: String,
}
