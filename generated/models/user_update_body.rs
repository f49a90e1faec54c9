// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a user.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserUpdateBody {
    /// Date on which the user signed up, an ISO 8601 timestamp (`YYYY-MM-DDThh:mm:ss.sssZ`).
    pub signed_up_at: Option<Time>,
    /// Whether to retain the user beyond their inactive expiry.
    ///
    /// The guide to [deletion schedules for bot-only
    /// conversations](https://support.zendesk.com/hc/en-us/articles/8499219792154) tells more.
    pub to_be_retained: Option<bool>,
    /// See [`ProfileUpdate`].
    pub profile: Option<ProfileUpdate>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Patch<Json>,
}

impl UserUpdateBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { signed_up_at: None, to_be_retained: None, profile: None, metadata: Patch::Keep }
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
    pub fn with_profile(mut self, profile: impl Into<ProfileUpdate>) -> Self {
        self.profile = Some(profile.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Patch::Set(metadata.into());
        self
    }

    /// Clears [`Self::metadata`]: the API sets it to `null`.
    #[inline]
    pub fn clear_metadata(mut self) -> Self {
        self.metadata = Patch::Clear;
        self
    }
}

impl Default for UserUpdateBody {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for UserUpdateBody {
    const NAME: &'static str = "UserUpdateBody";
    const KEYS: &'static [&'static str] = &["signedUpAt", "toBeRetained", "profile", "metadata"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut signed_up_at = None;
        let mut to_be_retained = None;
        let mut profile = None;
        let mut metadata = Patch::Keep;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut signed_up_at),
                1 => object.value(&mut to_be_retained),
                2 => object.value(&mut profile),
                3 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { signed_up_at, to_be_retained, profile, metadata })
    }
}

impl<'de> Deserialize<'de> for UserUpdateBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for UserUpdateBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("signedUpAt", &self.signed_up_at);
        object.option("toBeRetained", &self.to_be_retained);
        object.option("profile", &self.profile);
        object.patch("metadata", &self.metadata);
        object.end()
    }
}
