// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A user, which is an end user as the business knows them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct User {
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
    /// Date on which the user signed up, an ISO 8601 timestamp (`YYYY-MM-DDThh:mm:ss.sssZ`).
    #[serde(rename = "signedUpAt", skip_serializing_if = "Option::is_none")]
    pub signed_up_at: Option<Time>,
    /// Whether to retain the user beyond their inactive expiry.
    ///
    /// The guide to [deletion schedules for bot-only
    /// conversations](https://support.zendesk.com/hc/en-us/articles/8499219792154) tells more.
    #[serde(rename = "toBeRetained", skip_serializing_if = "Option::is_none")]
    pub to_be_retained: Option<bool>,
    /// See [`Profile`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
    /// Identities connected to the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identities: Option<Vec<Identity>>,
}

impl User {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            authenticated: None,
            external_id: None,
            zendesk_id: None,
            brand_id: None,
            signed_up_at: None,
            to_be_retained: None,
            profile: None,
            metadata: None,
            identities: None,
        }
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

    /// Sets [`Self::signed_up_at`].
    pub fn with_signed_up_at(mut self, signed_up_at: impl Into<Time>) -> Self {
        self.signed_up_at = Some(signed_up_at.into());
        self
    }

    /// Sets [`Self::to_be_retained`].
    pub fn with_to_be_retained(mut self, to_be_retained: impl Into<bool>) -> Self {
        self.to_be_retained = Some(to_be_retained.into());
        self
    }

    /// Sets [`Self::profile`].
    pub fn with_profile(mut self, profile: impl Into<Profile>) -> Self {
        self.profile = Some(profile.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::identities`].
    pub fn with_identities(mut self, identities: impl IntoIterator<Item = impl Into<Identity>>) -> Self {
        self.identities = Some(identities.into_iter().map(Into::into).collect());
        self
    }
}
