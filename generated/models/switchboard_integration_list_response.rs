// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`list_switchboard_integrations`](crate::ApiClient::list_switchboard_integrations).
    pub struct SwitchboardIntegrationListResponse {
        /// The switchboard integrations returned.
        required switchboard_integrations: [SwitchboardIntegration] = "switchboardIntegrations";
    }
}

page! { SwitchboardIntegrationListResponse: SwitchboardIntegration in switchboard_integrations }
