// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A client to be created, linking a user to a channel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ClientCreate {
    /// See [`MatchCriteria`].
    #[serde(rename = "matchCriteria")]
    pub match_criteria: MatchCriteria,
    /// See [`ClientConfirmation`].
    pub confirmation: ClientConfirmation,
    /// See [`ClientTarget`].
    pub target: ClientTarget,
}

impl ClientCreate {
    /// Made of what is required; all else is unset.
    pub fn new(
        match_criteria: impl Into<MatchCriteria>,
        confirmation: impl Into<ClientConfirmation>,
        target: impl Into<ClientTarget>,
    ) -> Self {
        Self { match_criteria: match_criteria.into(), confirmation: confirmation.into(), target: target.into() }
    }

    /// Sets [`Self::match_criteria`].
    pub fn with_match_criteria(mut self, match_criteria: impl Into<MatchCriteria>) -> Self {
        self.match_criteria = match_criteria.into();
        self
    }

    /// Sets [`Self::confirmation`].
    pub fn with_confirmation(mut self, confirmation: impl Into<ClientConfirmation>) -> Self {
        self.confirmation = confirmation.into();
        self
    }

    /// Sets [`Self::target`].
    pub fn with_target(mut self, target: impl Into<ClientTarget>) -> Self {
        self.target = target.into();
        self
    }
}
