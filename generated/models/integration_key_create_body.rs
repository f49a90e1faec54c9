// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`create_custom_integration_key`](crate::ApiClient::create_custom_integration_key).
    pub struct IntegrationKeyCreateBody {
        /// Name of the API key.
        required display_name: String = "displayName", with_display_name;
    }

    new(display_name: String)
}
