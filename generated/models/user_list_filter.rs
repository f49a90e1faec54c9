// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Which users to list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserListFilter {
    /// Email address of the user.
    ///
    /// It is compared with the emails in the `identities` array, never with `profile.email`.
    #[serde(rename = "identities.email", skip_serializing_if = "Option::is_none")]
    pub identities_email: Option<String>,
}

impl UserListFilter {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { identities_email: None }
    }

    /// Sets [`Self::identities_email`].
    pub fn with_identities_email(mut self, identities_email: impl Into<String>) -> Self {
        self.identities_email = Some(identities_email.into());
        self
    }
}

impl Default for UserListFilter {
    fn default() -> Self {
        Self::new()
    }
}
