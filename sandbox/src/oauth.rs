//! OAuth: who may ask for access, the codes that are not traded yet, and the tokens.

use serde::{Deserialize, Serialize};

/// An integration of a partner, which gets its access by OAuth.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OAuthClient {
    pub(crate) id: String,
    pub(crate) secret: String,
    /// Where browsers may be sent with a code; anywhere if empty.
    #[serde(default)]
    pub(crate) redirect_uris: Vec<String>,
}

/// What a browser brings back, good for one token.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AuthorizationCode {
    pub(crate) code: String,
    pub(crate) client_id: String,
    pub(crate) app_id: String,
}

/// A credential of scope integration, for the app that it belongs to.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccessToken {
    pub(crate) token: String,
    pub(crate) client_id: String,
    /// What the client is in the app: the same for all its tokens.
    pub(crate) integration_id: String,
}
