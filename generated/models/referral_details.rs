// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Further information about the referral.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReferralDetails {
    /// Where the referral came from, for example `MESSENGER_CODE` or `ADS`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Kind of referral, usually `OPEN-THREAD`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    /// ID of the ad; present when the referral came from one.
    #[serde(rename = "adId", skip_serializing_if = "Option::is_none")]
    pub ad_id: Option<String>,
}

impl ReferralDetails {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { source: None, type_: None, ad_id: None }
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::ad_id`].
    pub fn with_ad_id(mut self, ad_id: impl Into<String>) -> Self {
        self.ad_id = Some(ad_id.into());
        self
    }
}

impl Default for ReferralDetails {
    fn default() -> Self {
        Self::new()
    }
}
