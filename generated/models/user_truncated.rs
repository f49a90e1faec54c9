// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The essential part of a user, as webhooks carry it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserTruncated {
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

impl Fields for UserTruncated {
    const NAME: &'static str = "UserTruncated";
    const KEYS: &'static [&'static str] = &["id", "authenticated", "externalId", "zendeskId", "brandId"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut authenticated = None;
        let mut external_id = None;
        let mut zendesk_id = None;
        let mut brand_id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut authenticated),
                2 => object.with(lenient::Text, &mut external_id),
                3 => object.value(&mut zendesk_id),
                4 => object.value(&mut brand_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id: given(id, "id")?, authenticated, external_id, zendesk_id, brand_id })
    }
}

impl<'de> Deserialize<'de> for UserTruncated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for UserTruncated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("authenticated", &self.authenticated);
        object.option("externalId", &self.external_id);
        object.option("zendeskId", &self.zendesk_id);
        object.option("brandId", &self.brand_id);
        object.end()
    }
}
