// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A conversation between the business and one or more users.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Conversation {
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
    /// Whether this is the user's default conversation.
    ///
    /// `true` only for the earliest personal conversation that was created for that user.
    #[serde(rename = "isDefault", skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    /// Friendly name of the conversation, which the business or the user may see.
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Short description of the conversation; 1 to 100 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// URL of a custom icon for the conversation; 1 to 2048 characters.
    ///
    /// The image is a JPG, PNG or GIF.
    #[serde(rename = "iconUrl", skip_serializing_if = "Option::is_none")]
    pub icon_url: Option<String>,
    /// ISO 8601 timestamp of when the role business last marked the conversation as read.
    ///
    /// The format is `YYYY-MM-DDThh:mm:ss.SSSZ`.
    #[serde(rename = "businessLastRead", skip_serializing_if = "Option::is_none")]
    pub business_last_read: Option<Time>,
    /// ISO 8601 timestamp of the last message received, or of creation while there is none.
    ///
    /// The format is `YYYY-MM-DDThh:mm:ss.SSSZ`.
    #[serde(rename = "lastUpdatedAt", skip_serializing_if = "Option::is_none")]
    pub last_updated_at: Option<Time>,
    /// ISO 8601 timestamp of the creation of the conversation (`YYYY-MM-DDThh:mm:ss.SSSZ`).
    #[serde(rename = "createdAt", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Time>,
}

impl Conversation {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            type_: None,
            metadata: None,
            active_switchboard_integration: None,
            pending_switchboard_integration: None,
            is_default: None,
            display_name: None,
            description: None,
            icon_url: None,
            business_last_read: None,
            last_updated_at: None,
            created_at: None,
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

    /// Sets [`Self::is_default`].
    pub fn with_is_default(mut self, is_default: impl Into<bool>) -> Self {
        self.is_default = Some(is_default.into());
        self
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Sets [`Self::description`].
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets [`Self::icon_url`].
    pub fn with_icon_url(mut self, icon_url: impl Into<String>) -> Self {
        self.icon_url = Some(icon_url.into());
        self
    }

    /// Sets [`Self::business_last_read`].
    pub fn with_business_last_read(mut self, business_last_read: impl Into<Time>) -> Self {
        self.business_last_read = Some(business_last_read.into());
        self
    }

    /// Sets [`Self::last_updated_at`].
    pub fn with_last_updated_at(mut self, last_updated_at: impl Into<Time>) -> Self {
        self.last_updated_at = Some(last_updated_at.into());
        self
    }

    /// Sets [`Self::created_at`].
    pub fn with_created_at(mut self, created_at: impl Into<Time>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }
}
