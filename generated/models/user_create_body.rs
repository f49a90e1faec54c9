// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A user to be created.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserCreateBody {
    /// Unique identifier of the user; 1 to 1024 characters.
    ///
    /// With it, a user can be linked to one and the same conversation [across multiple
    /// devices](https://developer.zendesk.com/documentation/conversations/messaging-platform/users/authenticating-users/).
    pub external_id: Option<String>,
    /// The `brandId` of the user, when the new user is brand-separated; 1 to 24 characters.
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
}

impl UserCreateBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            external_id: None,
            brand_id: None,
            signed_up_at: None,
            to_be_retained: None,
            profile: None,
            metadata: None,
        }
    }

    /// Sets [`Self::external_id`].
    pub fn with_external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
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
}

impl Default for UserCreateBody {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for UserCreateBody {
    const NAME: &'static str = "UserCreateBody";
    const KEYS: &'static [&'static str] =
        &["externalId", "brandId", "signedUpAt", "toBeRetained", "profile", "metadata"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut external_id = None;
        let mut brand_id = None;
        let mut signed_up_at = None;
        let mut to_be_retained = None;
        let mut profile = None;
        let mut metadata = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut external_id),
                1 => object.value(&mut brand_id),
                2 => object.value(&mut signed_up_at),
                3 => object.value(&mut to_be_retained),
                4 => object.value(&mut profile),
                5 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { external_id, brand_id, signed_up_at, to_be_retained, profile, metadata })
    }
}

impl<'de> Deserialize<'de> for UserCreateBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for UserCreateBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("externalId", &self.external_id);
        object.option("brandId", &self.brand_id);
        object.option("signedUpAt", &self.signed_up_at);
        object.option("toBeRetained", &self.to_be_retained);
        object.option("profile", &self.profile);
        object.option("metadata", &self.metadata);
        object.end()
    }
}
