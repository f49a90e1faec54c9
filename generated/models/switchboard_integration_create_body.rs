// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of
    /// [`create_switchboard_integration`](crate::ApiClient::create_switchboard_integration).
    pub struct SwitchboardIntegrationCreateBody {
        /// Identifier that control transfer protocols use; at most 128 characters.
        ///
        /// Only letters, digits, `-` and `_` are allowed.
        required name: String = "name", with_name;
        /// ID of the integration to link; required for a custom integration.
        ///
        /// The request needs either `integrationId` or `integrationType`.
        option integration_id: IntegrationId = "integrationId", with_integration_id;
        /// Type of the integration to link; required for an OAuth integration.
        ///
        /// The request needs either `integrationId` or `integrationType`.
        option integration_type: String = "integrationType", with_integration_type;
        /// Whether webhooks are sent while the switchboard integration has standby status.
        ///
        /// Standby means that it does not control the conversation.
        ///
        /// Defaults to `true`.
        option deliver_standby_events: bool = "deliverStandbyEvents", with_deliver_standby_events;
        /// ID of the switchboard integration to which control is passed or offered by default.
        option next_switchboard_integration_id: SwitchboardIntegrationId = "nextSwitchboardIntegrationId", with_next_switchboard_integration_id;
        /// Number of messages in the message history context; 1 to 10.
        option message_history_count: i64 = "messageHistoryCount", with_message_history_count;
    }

    new(name: String)
}
