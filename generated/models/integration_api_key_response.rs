// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegrationKeyResponse {
    /// See [`IntegrationKey`].
    pub key: IntegrationKey,
}

impl Fields for IntegrationKeyResponse {
    const NAME: &'static str = "IntegrationKeyResponse";
    const KEYS: &'static [&'static str] = &["key"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut key = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut key),
                _ => object.skip(),
            }?;
        }
        Ok(Self { key: given(key, "key")? })
    }
}

impl<'de> Deserialize<'de> for IntegrationKeyResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for IntegrationKeyResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("key", &self.key);
        object.end()
    }
}
