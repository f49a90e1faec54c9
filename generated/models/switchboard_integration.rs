// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// An integration's place in a switchboard.
    ///
    /// Used in [`SwitchboardIntegrationListResponse`] and [`SwitchboardIntegrationResponse`].
    pub struct SwitchboardIntegration {
        /// Unique ID of the switchboard integration.
        required id: SwitchboardIntegrationId = "id", with_id;
        /// Identifier that control transfer protocols use; at most 128 characters.
        ///
        /// Only letters, digits, `-` and `_` are allowed.
        default name: String = "name", with_name;
        /// ID of the integration to deliver the events that the switchboard routes.
        default integration_id: IntegrationId = "integrationId", with_integration_id;
        /// Type of the integration to deliver the events that the switchboard routes.
        ///
        /// For an OAuth integration this is the `clientId` that Sunshine Conversations issued during the OAuth
        /// partnership process.
        default integration_type: String = "integrationType", with_integration_type;
        /// Whether webhooks are sent while the switchboard integration has standby status.
        ///
        /// Standby means that it does not control the conversation.
        default deliver_standby_events: bool = "deliverStandbyEvents", with_deliver_standby_events;
        /// ID of the switchboard integration to which control is passed or offered by default.
        option next_switchboard_integration_id: SwitchboardIntegrationId = "nextSwitchboardIntegrationId", with_next_switchboard_integration_id;
        /// Number of messages in the message history context; 1 to 10.
        option message_history_count: i64 = "messageHistoryCount", with_message_history_count;
    }

    new(id: SwitchboardIntegrationId, name: String, integration_id: IntegrationId, integration_type: String, deliver_standby_events: bool)

    also blank
}
