// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`get_token`](crate::ApiClient::get_token).
    pub struct TokenResponse {
        /// Access token for calls to the Sunshine Conversations API.
        required access_token: Secret = "access_token";
        /// Type of the token, which is always `Bearer`.
        option token_type: String = "token_type";
    }
}
