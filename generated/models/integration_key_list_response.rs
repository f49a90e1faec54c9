// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`list_custom_integration_keys`](crate::ApiClient::list_custom_integration_keys).
    pub struct IntegrationKeyListResponse {
        /// API keys of the integration.
        required keys: [IntegrationKey] = "keys";
    }
}

page! { IntegrationKeyListResponse: IntegrationKey in keys }
