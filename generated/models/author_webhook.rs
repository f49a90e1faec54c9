// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Author of the activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthorWebhook {
    /// Kind of author: `business` or `user`.
    #[serde(rename = "type")]
    pub type_: AuthorType,
    /// ID of the user; supported only when `type` is `user`.
    #[serde(rename = "userId", skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// User who wrote the message or activity.
    ///
    /// Its `profile` is sent along when the `includeFullUser` option is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<User>,
}

impl AuthorWebhook {
    /// Made of what is required; all else is unset.
    pub fn new(type_: impl Into<AuthorType>) -> Self {
        Self { type_: type_.into(), user_id: None, user: None }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<AuthorType>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::user_id`].
    pub fn with_user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<User>) -> Self {
        self.user = Some(user.into());
        self
    }
}
