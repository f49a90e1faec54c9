// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserRemovePayload {
    /// The removed user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<UserTruncated>,
}

impl UserRemovePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { user: None }
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<UserTruncated>) -> Self {
        self.user = Some(user.into());
        self
    }
}

impl Default for UserRemovePayload {
    fn default() -> Self {
        Self::new()
    }
}
