// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// An API key of an app.
    ///
    /// Used in [`AppKeyListResponse`] and [`AppKeyResponse`].
    pub struct AppKey {
        /// Unique ID of the API key, for signing JWTs and for Basic authentication.
        required id: AppKeyId = "id", with_id;
        /// The name of the API key.
        option display_name: String = "displayName", with_display_name;
        /// Secret of the API key, for signing JWTs and for Basic authentication.
        option secret: Secret = "secret", with_secret;
    }

    new(id: AppKeyId)

    also blank
}
