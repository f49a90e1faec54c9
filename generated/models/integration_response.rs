// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegrationResponse {
    /// See [`Integration`].
    pub integration: Integration,
}

impl Fields for IntegrationResponse {
    const NAME: &'static str = "IntegrationResponse";
    const KEYS: &'static [&'static str] = &["integration"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut integration = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut integration),
                _ => object.skip(),
            }?;
        }
        Ok(Self { integration: given(integration, "integration")? })
    }
}

impl<'de> Deserialize<'de> for IntegrationResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for IntegrationResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("integration", &self.integration);
        object.end()
    }
}
