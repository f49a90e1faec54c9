// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClientListResponse {
    /// The clients returned.
    pub clients: Vec<Client>,
    /// See [`Meta`].
    pub meta: Meta,
    /// See [`Links`].
    pub links: Option<Links>,
}

impl Fields for ClientListResponse {
    const NAME: &'static str = "ClientListResponse";
    const KEYS: &'static [&'static str] = &["clients", "meta", "links"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut clients = None;
        let mut meta = Meta::new();
        let mut links = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut clients),
                1 => object.value(&mut meta),
                2 => object.value(&mut links),
                _ => object.skip(),
            }?;
        }
        Ok(Self { clients: given(clients, "clients")?, meta, links })
    }
}

impl<'de> Deserialize<'de> for ClientListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ClientListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("clients", &self.clients);
        object.field("meta", &self.meta);
        object.option("links", &self.links);
        object.end()
    }
}

impl Page for ClientListResponse {
    type Item = Client;
    #[inline]
    fn meta(&self) -> &Meta {
        &self.meta
    }

    #[inline]
    fn into_items(self) -> Vec<Self::Item> {
        self.clients
    }
}
