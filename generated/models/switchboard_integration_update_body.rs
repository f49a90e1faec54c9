// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of
    /// [`update_switchboard_integration`](crate::ApiClient::update_switchboard_integration).
    pub struct SwitchboardIntegrationUpdateBody {
        /// Identifier that control transfer protocols use; at most 128 characters.
        ///
        /// Only letters, digits, `-` and `_` are allowed.
        option name: String = "name", with_name;
        /// ID of the integration to link; required for a custom integration.
        ///
        /// `integrationId` and `integrationType` exclude each other.
        option integration_id: IntegrationId = "integrationId", with_integration_id;
        /// Type of the integration to link; required for an OAuth integration.
        ///
        /// `integrationId` and `integrationType` exclude each other.
        option integration_type: String = "integrationType", with_integration_type;
        /// Whether webhooks are sent while the switchboard integration has standby status.
        ///
        /// Standby means that it does not control the conversation.
        option deliver_standby_events: bool = "deliverStandbyEvents", with_deliver_standby_events;
        /// ID of the switchboard integration to which control is passed or offered by default.
        patch next_switchboard_integration_id: SwitchboardIntegrationId = "nextSwitchboardIntegrationId", with_next_switchboard_integration_id, clear_next_switchboard_integration_id;
        /// Number of messages in the message history context; 1 to 10.
        patch message_history_count: i64 = "messageHistoryCount", with_message_history_count, clear_message_history_count;
    }

    new()
}

body_of! { SwitchboardIntegration => SwitchboardIntegrationUpdateBody }
