// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A switchboard integration, as conversations and webhooks carry it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SwitchboardIntegrationWebhook {
    /// Unique ID of the switchboard integration.
    pub id: String,
    /// Identifier that control transfer protocols use; at most 128 characters.
    ///
    /// Only letters, digits, `-` and `_` are allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// ID of the integration to deliver the events that the switchboard routes.
    #[serde(rename = "integrationId", skip_serializing_if = "Option::is_none")]
    pub integration_id: Option<String>,
    /// Type of the integration to deliver the events that the switchboard routes.
    ///
    /// For an OAuth integration this is the `clientId` that Sunshine Conversations issued during the OAuth
    /// partnership process.
    #[serde(rename = "integrationType", skip_serializing_if = "Option::is_none")]
    pub integration_type: Option<String>,
}

impl SwitchboardIntegrationWebhook {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), name: None, integration_id: None, integration_type: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
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
}
