// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Which users to list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserListFilter {
    /// Email address of the user.
    ///
    /// It is compared with the emails in the `identities` array, never with `profile.email`.
    #[serde(rename = "identities.email")]
    pub identities_email: String,
}

impl UserListFilter {
    /// Made of what is required; all else is unset.
    pub fn new(identities_email: impl Into<String>) -> Self {
        Self { identities_email: identities_email.into() }
    }

    /// Sets [`Self::identities_email`].
    pub fn with_identities_email(mut self, identities_email: impl Into<String>) -> Self {
        self.identities_email = identities_email.into();
        self
    }
}
