// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`get_token`](crate::ApiClient::get_token).
    pub struct TokenRequest {
        /// Authorization code from the OAuth flow.
        required code: Secret = "code", with_code;
        /// Grant type; always `authorization_code`.
        required grant_type: String = "grant_type", with_grant_type;
        /// OAuth client id of the partner, assigned in the partner application process.
        required client_id: String = "client_id", with_client_id;
        /// OAuth client secret of the partner, assigned in the partner application process.
        required client_secret: Secret = "client_secret", with_client_secret;
    }

    new(code: Secret, grant_type: String, client_id: String, client_secret: Secret)
}
