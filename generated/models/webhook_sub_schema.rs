// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Webhook that generated the payload.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WebhookRef {
    /// Unique ID of the webhook.
    pub id: String,
    /// Schema version of the payload that this webhook receives (`v2`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

impl WebhookRef {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), version: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::version`].
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }
}
