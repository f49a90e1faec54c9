// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A custom integration, which is a set of webhooks.
///
/// Integration type, here `custom`.
///
/// A custom integration needs a webhook that has a target and a set of triggers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Custom {
    /// Unique id of the integration.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// See [`IntegrationStatus`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<IntegrationStatus>,
    /// Name by which people recognise the integration; at most 100 characters.
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Webhooks that belong to the custom integration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhooks: Option<Vec<Webhook>>,
}

impl Custom {
    /// Made of what is required; all else is unset.
    pub fn new(webhooks: impl IntoIterator<Item = impl Into<Webhook>>) -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            webhooks: Some(webhooks.into_iter().map(Into::into).collect()),
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::status`].
    pub fn with_status(mut self, status: impl Into<IntegrationStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Sets [`Self::webhooks`].
    pub fn with_webhooks(mut self, webhooks: impl IntoIterator<Item = impl Into<Webhook>>) -> Self {
        self.webhooks = Some(webhooks.into_iter().map(Into::into).collect());
        self
    }
}
