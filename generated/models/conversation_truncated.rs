// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The essential part of a conversation, as webhooks carry it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationTruncated {
    /// Unique ID of the conversation.
    pub id: String,
    /// See [`ConversationType`].
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<ConversationType>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
    /// Switchboard integration that has control of the conversation; absent if there is none.
    #[serde(rename = "activeSwitchboardIntegration", skip_serializing_if = "Option::is_none")]
    pub active_switchboard_integration: Option<SwitchboardIntegrationWebhook>,
    /// Switchboard integration that waits for control; absent if control was never offered to one.
    #[serde(rename = "pendingSwitchboardIntegration", skip_serializing_if = "Option::is_none")]
    pub pending_switchboard_integration: Option<SwitchboardIntegrationWebhook>,
}

impl ConversationTruncated {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            type_: None,
            metadata: None,
            active_switchboard_integration: None,
            pending_switchboard_integration: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<ConversationType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::active_switchboard_integration`].
    pub fn with_active_switchboard_integration(
        mut self,
        active_switchboard_integration: impl Into<SwitchboardIntegrationWebhook>,
    ) -> Self {
        self.active_switchboard_integration = Some(active_switchboard_integration.into());
        self
    }

    /// Sets [`Self::pending_switchboard_integration`].
    pub fn with_pending_switchboard_integration(
        mut self,
        pending_switchboard_integration: impl Into<SwitchboardIntegrationWebhook>,
    ) -> Self {
        self.pending_switchboard_integration = Some(pending_switchboard_integration.into());
        self
    }
}
