// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Accepts an offer of control of a conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AcceptControlBody {
    /// Custom properties in a flat object of at most 4 KB; values are strings, numbers or booleans.
    ///
    /// Sent along in the webhooks `switchboard:acceptControl` and `switchboard:acceptControl:failure`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
}

impl AcceptControlBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { metadata: None }
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}

impl Default for AcceptControlBody {
    fn default() -> Self {
        Self::new()
    }
}
