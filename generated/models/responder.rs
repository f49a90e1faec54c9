// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Default responder of the integration: the one that sends messages to the end user.
    ///
    /// Details: [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    ///
    /// Used in [`AndroidIntegration`], [`AppleIntegration`], [`InstagramIntegration`] and 12 more.
    pub struct Responder {
        /// Name of the switchboard integration.
        option name: String = "name", with_name;
        /// Unique id of the integration.
        option integration_id: IntegrationId = "integrationId", with_integration_id;
        /// Type of the integration.
        option integration_type: String = "integrationType", with_integration_type;
        /// Whether the switchboard delivers standby events.
        option deliver_standby_events: bool = "deliverStandbyEvents", with_deliver_standby_events;
        /// Unique ID of the next switchboard integration.
        option next_switchboard_integration_id: SwitchboardIntegrationId = "nextSwitchboardIntegrationId", with_next_switchboard_integration_id;
        /// Number of messages that the message history keeps.
        option message_history_count: Number = "messageHistoryCount", with_message_history_count;
        /// Whether the default responder is set in the global configuration of the switchboard.
        ///
        /// `false` when this integration has its own per-channel responder override, `true` in every other
        /// case.
        option inherited: bool = "inherited", with_inherited;
    }

    new()
}
