// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Integration key.
    ///
    /// Used in [`IntegrationKeyResponse`] and [`IntegrationKeyListResponse`].
    pub struct IntegrationKey {
        /// Unique ID of the API key, for signing JWTs and for Basic Authentication.
        required id: IntegrationKeyId = "id", with_id;
        /// Name of the API key.
        ///
        /// 1 to 100 characters.
        option display_name: String = "displayName", with_display_name;
        /// Secret of the API key, for signing JWTs and for Basic Authentication.
        option secret: Secret = "secret", with_secret;
    }

    new(id: IntegrationKeyId)

    also blank
}
