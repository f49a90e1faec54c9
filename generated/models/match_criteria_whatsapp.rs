// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An end user with a phone number, on WhatsApp.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MatchCriteriaWhatsapp {
    /// ID of the integration to link, which has to be of the given `type`.
    #[serde(rename = "integrationId")]
    pub integration_id: String,
    /// Whether the client becomes the target conversation's primary one when linking is complete; `true` by
    /// default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary: Option<bool>,
    /// Phone number of the user, with the `+` prefix and the country code.
    ///
    /// Valid: `+1 212-555-2368`, `+12125552368`, `+1 212 555 2368`. Invalid: `212 555 2368`, `1 212 555
    /// 2368`.
    #[serde(rename = "phoneNumber")]
    pub phone_number: String,
}

impl MatchCriteriaWhatsapp {
    /// Made of what is required; all else is unset.
    pub fn new(integration_id: impl Into<String>, phone_number: impl Into<String>) -> Self {
        Self { integration_id: integration_id.into(), primary: None, phone_number: phone_number.into() }
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

    /// Sets [`Self::phone_number`].
    pub fn with_phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = phone_number.into();
        self
    }
}
