// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The end user ended the conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EndedByUser {
    /// Data of the activity; `conversation:endedByUser` carries none at present.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Json>,
}

impl EndedByUser {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { data: None }
    }

    /// Sets [`Self::data`].
    pub fn with_data(mut self, data: impl Into<Json>) -> Self {
        self.data = Some(data.into());
        self
    }
}

impl Default for EndedByUser {
    fn default() -> Self {
        Self::new()
    }
}
