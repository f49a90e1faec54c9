// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// App that triggered the events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WebhookApp {
    /// Unique ID of the app.
    pub id: String,
}

impl WebhookApp {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }
}
