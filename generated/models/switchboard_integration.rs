// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An integration's place on a switchboard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SwitchboardIntegration {
    /// Unique ID of the switchboard integration.
    pub id: String,
    /// Identifier that control transfer protocols use; at most 128 characters.
    ///
    /// Only letters, digits, `-` and `_` are allowed.
    pub name: String,
    /// ID of the integration to deliver the events that the switchboard routes.
    #[serde(rename = "integrationId")]
    pub integration_id: String,
    /// Type of the integration to deliver the events that the switchboard routes.
    ///
    /// For an OAuth integration this is the `clientId` that Sunshine Conversations issued during the OAuth
    /// partnership process.
    #[serde(rename = "integrationType")]
    pub integration_type: String,
    /// Whether webhooks are sent while the switchboard integration has standby status.
    ///
    /// Standby means that it does not control the conversation.
    #[serde(rename = "deliverStandbyEvents")]
    pub deliver_standby_events: bool,
    /// ID of the switchboard integration to which control is passed or offered by default.
    #[serde(rename = "nextSwitchboardIntegrationId", skip_serializing_if = "Option::is_none")]
    pub next_switchboard_integration_id: Option<String>,
    /// Number of messages in the message history context; 1 to 10.
    #[serde(rename = "messageHistoryCount", skip_serializing_if = "Option::is_none")]
    pub message_history_count: Option<i64>,
}

impl SwitchboardIntegration {
    /// Made of what is required; all else is unset.
    pub fn new(
        id: impl Into<String>,
        name: impl Into<String>,
        integration_id: impl Into<String>,
        integration_type: impl Into<String>,
        deliver_standby_events: impl Into<bool>,
    ) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            integration_id: integration_id.into(),
            integration_type: integration_type.into(),
            deliver_standby_events: deliver_standby_events.into(),
            next_switchboard_integration_id: None,
            message_history_count: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::name`].
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets [`Self::integration_id`].
    pub fn with_integration_id(mut self, integration_id: impl Into<String>) -> Self {
        self.integration_id = integration_id.into();
        self
    }

    /// Sets [`Self::integration_type`].
    pub fn with_integration_type(mut self, integration_type: impl Into<String>) -> Self {
        self.integration_type = integration_type.into();
        self
    }

    /// Sets [`Self::deliver_standby_events`].
    pub fn with_deliver_standby_events(mut self, deliver_standby_events: impl Into<bool>) -> Self {
        self.deliver_standby_events = deliver_standby_events.into();
        self
    }

    /// Sets [`Self::next_switchboard_integration_id`].
    pub fn with_next_switchboard_integration_id(mut self, next_switchboard_integration_id: impl Into<String>) -> Self {
        self.next_switchboard_integration_id = Some(next_switchboard_integration_id.into());
        self
    }

    /// Sets [`Self::message_history_count`].
    pub fn with_message_history_count(mut self, message_history_count: impl Into<i64>) -> Self {
        self.message_history_count = Some(message_history_count.into());
        self
    }
}
