// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`create_switchboard_integration`](crate::ApiClient::create_switchboard_integration) and
    /// [`update_switchboard_integration`](crate::ApiClient::update_switchboard_integration).
    pub struct SwitchboardIntegrationResponse {
        /// The switchboard integration.
        required switchboard_integration: SwitchboardIntegration = "switchboardIntegration";
    }
}
