// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The message as the channel knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeliveryExternalMessage {
    /// ID of the external message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl DeliveryExternalMessage {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { id: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

impl Default for DeliveryExternalMessage {
    fn default() -> Self {
        Self::new()
    }
}
