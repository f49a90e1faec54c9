// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Whose conversations to list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationListFilter {
    /// ID of the user.
    ///
    /// Exactly one of `userId` and `userExternalId` must be given.
    #[serde(rename = "userId", skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// External ID of the user.
    ///
    /// Exactly one of `userId` and `userExternalId` must be given.
    #[serde(rename = "userExternalId", skip_serializing_if = "Option::is_none")]
    pub user_external_id: Option<String>,
}

impl ConversationListFilter {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { user_id: None, user_external_id: None }
    }

    /// Sets [`Self::user_id`].
    pub fn with_user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Sets [`Self::user_external_id`].
    pub fn with_user_external_id(mut self, user_external_id: impl Into<String>) -> Self {
        self.user_external_id = Some(user_external_id.into());
        self
    }
}

impl Default for ConversationListFilter {
    fn default() -> Self {
        Self::new()
    }
}
