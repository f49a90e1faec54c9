// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegrationListResponse {
    /// The integrations returned.
    pub integrations: Vec<Integration>,
    /// See [`Meta`].
    pub meta: Meta,
    /// See [`Links`].
    pub links: Option<Links>,
}

impl Fields for IntegrationListResponse {
    const NAME: &'static str = "IntegrationListResponse";
    const KEYS: &'static [&'static str] = &["integrations", "meta", "links"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut integrations = None;
        let mut meta = Meta::new();
        let mut links = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut integrations),
                1 => object.value(&mut meta),
                2 => object.value(&mut links),
                _ => object.skip(),
            }?;
        }
        Ok(Self { integrations: given(integrations, "integrations")?, meta, links })
    }
}

impl<'de> Deserialize<'de> for IntegrationListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for IntegrationListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("integrations", &self.integrations);
        object.field("meta", &self.meta);
        object.option("links", &self.links);
        object.end()
    }
}

impl Page for IntegrationListResponse {
    type Item = Integration;
    #[inline]
    fn meta(&self) -> &Meta {
        &self.meta
    }

    #[inline]
    fn into_items(self) -> Vec<Self::Item> {
        self.integrations
    }
}
