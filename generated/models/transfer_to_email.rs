// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A conversation goes on by email.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TransferToEmail {
    /// Data of the activity; `ticket:transfer:email` carries none at present.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Json>,
}

impl TransferToEmail {
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

impl Default for TransferToEmail {
    fn default() -> Self {
        Self::new()
    }
}
