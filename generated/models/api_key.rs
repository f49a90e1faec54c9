// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Integration key.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegrationKey {
    /// Unique ID of the API key, for signing JWTs and for Basic Authentication.
    pub id: String,
    /// Name of the API key.
    pub display_name: Option<String>,
    /// Secret of the API key, for signing JWTs and for Basic Authentication.
    pub secret: Option<Secret>,
}

impl IntegrationKey {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), display_name: None, secret: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Sets [`Self::secret`].
    pub fn with_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.secret = Some(secret.into());
        self
    }
}

impl Fields for IntegrationKey {
    const NAME: &'static str = "IntegrationKey";
    const KEYS: &'static [&'static str] = &["id", "displayName", "secret"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut display_name = None;
        let mut secret = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut display_name),
                2 => object.value(&mut secret),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id: given(id, "id")?, display_name, secret })
    }
}

impl<'de> Deserialize<'de> for IntegrationKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for IntegrationKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("displayName", &self.display_name);
        object.option("secret", &self.secret);
        object.end()
    }
}
