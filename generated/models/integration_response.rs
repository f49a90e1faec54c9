// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`create_integration`](crate::ApiClient::create_integration),
    /// [`get_integration`](crate::ApiClient::get_integration) and
    /// [`update_integration`](crate::ApiClient::update_integration).
    pub struct IntegrationResponse {
        /// An integration.
        required integration: Integration = "integration";
    }
}
