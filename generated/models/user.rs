// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A user, which is an end user as the business knows them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// Unique ID of the user.
    pub id: String,
    /// Whether the user has authenticated, by JWT or through the Help Center.
    pub authenticated: Option<bool>,
    /// Optional second ID by which the user can be retrieved.
    pub external_id: Option<String>,
    /// ID of the core Zendesk user that corresponds to this messaging user.
    ///
    /// The Zendesk Support API returns the core user record for it.
    pub zendesk_id: Option<String>,
    /// The `brandId` of the user, if brand-separated.
    pub brand_id: Option<String>,
    /// Date on which the user signed up, an ISO 8601 timestamp (`YYYY-MM-DDThh:mm:ss.sssZ`).
    pub signed_up_at: Option<Time>,
    /// Whether to retain the user beyond their inactive expiry.
    ///
    /// The guide to [deletion schedules for bot-only
    /// conversations](https://support.zendesk.com/hc/en-us/articles/8499219792154) tells more.
    pub to_be_retained: Option<bool>,
    /// See [`Profile`].
    pub profile: Option<Profile>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
    /// Identities connected to the user.
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

impl Fields for User {
    const NAME: &'static str = "User";
    const KEYS: &'static [&'static str] = &[
        "id",
        "authenticated",
        "externalId",
        "zendeskId",
        "brandId",
        "signedUpAt",
        "toBeRetained",
        "profile",
        "metadata",
        "identities",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut authenticated = None;
        let mut external_id = None;
        let mut zendesk_id = None;
        let mut brand_id = None;
        let mut signed_up_at = None;
        let mut to_be_retained = None;
        let mut profile = None;
        let mut metadata = None;
        let mut identities = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut authenticated),
                2 => object.with(lenient::Text, &mut external_id),
                3 => object.value(&mut zendesk_id),
                4 => object.value(&mut brand_id),
                5 => object.value(&mut signed_up_at),
                6 => object.value(&mut to_be_retained),
                7 => object.value(&mut profile),
                8 => object.value(&mut metadata),
                9 => object.value(&mut identities),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            id: given(id, "id")?,
            authenticated,
            external_id,
            zendesk_id,
            brand_id,
            signed_up_at,
            to_be_retained,
            profile,
            metadata,
            identities,
        })
    }
}

impl<'de> Deserialize<'de> for User {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for User {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("authenticated", &self.authenticated);
        object.option("externalId", &self.external_id);
        object.option("zendeskId", &self.zendesk_id);
        object.option("brandId", &self.brand_id);
        object.option("signedUpAt", &self.signed_up_at);
        object.option("toBeRetained", &self.to_be_retained);
        object.option("profile", &self.profile);
        object.option("metadata", &self.metadata);
        object.option("identities", &self.identities);
        object.end()
    }
}
