// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The essential part of a user, as webhooks carry it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserTruncated {
    /// Unique ID of the user.
    pub id: String,
    /// Whether the user has authenticated, by JWT or through the Help Center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authenticated: Option<bool>,
    /// Optional second ID by which the user can be retrieved.
    #[serde(
        rename = "externalId",
        default,
        deserialize_with = "crate::lenient::text",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_id: Option<String>,
    /// ID of the core Zendesk user that corresponds to this messaging user.
    ///
    /// The Zendesk Support API returns the core user record for it.
    #[serde(rename = "zendeskId", skip_serializing_if = "Option::is_none")]
    pub zendesk_id: Option<String>,
    /// The `brandId` of the user, if brand-separated.
    #[serde(rename = "brandId", skip_serializing_if = "Option::is_none")]
    pub brand_id: Option<String>,
}

impl UserTruncated {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), authenticated: None, external_id: None, zendesk_id: None, brand_id: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::authenticated`].
    pub fn with_authenticated(mut self, authenticated: impl Into<bool>) -> Self {
        self.authenticated = Some(authenticated.into());
        self
    }

    /// Sets [`Self::external_id`].
    pub fn with_external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// Sets [`Self::zendesk_id`].
    pub fn with_zendesk_id(mut self, zendesk_id: impl Into<String>) -> Self {
        self.zendesk_id = Some(zendesk_id.into());
        self
    }

    /// Sets [`Self::brand_id`].
    pub fn with_brand_id(mut self, brand_id: impl Into<String>) -> Self {
        self.brand_id = Some(brand_id.into());
        self
    }
}
