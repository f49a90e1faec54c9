// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Information about how a user was referred to a conversation.
///
/// The [conversation
/// referrals](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/conversation-referrals/) guide has the details.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Referral {
    /// Identifier of the referral.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// See [`ReferralDetails`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<ReferralDetails>,
}

impl Referral {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { code: None, details: None }
    }

    /// Sets [`Self::code`].
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Sets [`Self::details`].
    pub fn with_details(mut self, details: impl Into<ReferralDetails>) -> Self {
        self.details = Some(details.into());
        self
    }
}

impl Default for Referral {
    fn default() -> Self {
        Self::new()
    }
}
