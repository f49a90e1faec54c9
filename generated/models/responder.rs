// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Default responder of the integration: the one that sends messages to the end user.
///
/// Details: [Switchboard
/// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Responder {
    /// Name of the switchboard integration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Unique id of the integration.
    #[serde(rename = "integrationId", skip_serializing_if = "Option::is_none")]
    pub integration_id: Option<String>,
    /// Type of the integration.
    #[serde(rename = "integrationType", skip_serializing_if = "Option::is_none")]
    pub integration_type: Option<String>,
    /// Whether the switchboard is to deliver standby events.
    #[serde(rename = "deliverStandbyEvents", skip_serializing_if = "Option::is_none")]
    pub deliver_standby_events: Option<bool>,
    /// Unique id of the switchboard integration that comes next.
    #[serde(rename = "nextSwitchboardIntegrationId", skip_serializing_if = "Option::is_none")]
    pub next_switchboard_integration_id: Option<String>,
    /// Number of messages that the message history keeps.
    #[serde(rename = "messageHistoryCount", skip_serializing_if = "Option::is_none")]
    pub message_history_count: Option<Number>,
    /// Whether the default responder comes from the global configuration of the switchboard.
    ///
    /// `false` when this integration has its own per-channel responder override, `true` in every other case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inherited: Option<bool>,
}

impl Responder {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            name: None,
            integration_id: None,
            integration_type: None,
            deliver_standby_events: None,
            next_switchboard_integration_id: None,
            message_history_count: None,
            inherited: None,
        }
    }

    /// Sets [`Self::name`].
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::integration_id`].
    pub fn with_integration_id(mut self, integration_id: impl Into<String>) -> Self {
        self.integration_id = Some(integration_id.into());
        self
    }

    /// Sets [`Self::integration_type`].
    pub fn with_integration_type(mut self, integration_type: impl Into<String>) -> Self {
        self.integration_type = Some(integration_type.into());
        self
    }

    /// Sets [`Self::deliver_standby_events`].
    pub fn with_deliver_standby_events(mut self, deliver_standby_events: impl Into<bool>) -> Self {
        self.deliver_standby_events = Some(deliver_standby_events.into());
        self
    }

    /// Sets [`Self::next_switchboard_integration_id`].
    pub fn with_next_switchboard_integration_id(mut self, next_switchboard_integration_id: impl Into<String>) -> Self {
        self.next_switchboard_integration_id = Some(next_switchboard_integration_id.into());
        self
    }

    /// Sets [`Self::message_history_count`].
    pub fn with_message_history_count(mut self, message_history_count: impl Into<Number>) -> Self {
        self.message_history_count = Some(message_history_count.into());
        self
    }

    /// Sets [`Self::inherited`].
    pub fn with_inherited(mut self, inherited: impl Into<bool>) -> Self {
        self.inherited = Some(inherited.into());
        self
    }
}

impl Default for Responder {
    fn default() -> Self {
        Self::new()
    }
}
