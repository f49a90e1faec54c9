// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a switchboard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SwitchboardUpdateBody {
    /// Whether the switchboard is enabled.
    ///
    /// Create it disabled so that no message is lost or misrouted while you configure it. As long as it is
    /// disabled, every integration linked to it receives all events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// ID of the switchboard integration that gets control of each new conversation.
    ///
    /// It also applies to conversations older than the enabling of the switchboard. The `defaultResponderId`
    /// of an individual integration overrides it in some cases; see the [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    #[serde(rename = "defaultSwitchboardIntegrationId", skip_serializing_if = "Option::is_none")]
    pub default_switchboard_integration_id: Option<String>,
}

impl SwitchboardUpdateBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { enabled: None, default_switchboard_integration_id: None }
    }

    /// Sets [`Self::enabled`].
    pub fn with_enabled(mut self, enabled: impl Into<bool>) -> Self {
        self.enabled = Some(enabled.into());
        self
    }

    /// Sets [`Self::default_switchboard_integration_id`].
    pub fn with_default_switchboard_integration_id(
        mut self,
        default_switchboard_integration_id: impl Into<String>,
    ) -> Self {
        self.default_switchboard_integration_id = Some(default_switchboard_integration_id.into());
        self
    }
}

impl Default for SwitchboardUpdateBody {
    fn default() -> Self {
        Self::new()
    }
}
