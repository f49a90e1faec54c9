// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`create_custom_integration_key`](crate::ApiClient::create_custom_integration_key) and
    /// [`get_custom_integration_key`](crate::ApiClient::get_custom_integration_key).
    pub struct IntegrationKeyResponse {
        /// Integration key.
        required key: IntegrationKey = "key";
    }
}
