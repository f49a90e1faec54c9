// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An end user with an email address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MatchCriteriaMailgun {
    /// ID of the integration to link, which has to be of the given `type`.
    #[serde(rename = "integrationId")]
    pub integration_id: String,
    /// Whether the client becomes the target conversation's primary one when linking is complete; `true` by
    /// default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary: Option<bool>,
    /// Email address of the user.
    pub address: String,
    /// Subject of the outgoing email; `New message from {appName}` by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
}

impl MatchCriteriaMailgun {
    /// Made of what is required; all else is unset.
    pub fn new(integration_id: impl Into<String>, address: impl Into<String>) -> Self {
        Self { integration_id: integration_id.into(), primary: None, address: address.into(), subject: None }
    }

    /// Sets [`Self::integration_id`].
    pub fn with_integration_id(mut self, integration_id: impl Into<String>) -> Self {
        self.integration_id = integration_id.into();
        self
    }

    /// Sets [`Self::primary`].
    pub fn with_primary(mut self, primary: impl Into<bool>) -> Self {
        self.primary = Some(primary.into());
        self
    }

    /// Sets [`Self::address`].
    pub fn with_address(mut self, address: impl Into<String>) -> Self {
        self.address = address.into();
        self
    }

    /// Sets [`Self::subject`].
    pub fn with_subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }
}
