// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClientResponse {
    /// See [`Client`].
    pub client: Client,
}

impl Fields for ClientResponse {
    const NAME: &'static str = "ClientResponse";
    const KEYS: &'static [&'static str] = &["client"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut client = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut client),
                _ => object.skip(),
            }?;
        }
        Ok(Self { client: given(client, "client")? })
    }
}

impl<'de> Deserialize<'de> for ClientResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ClientResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("client", &self.client);
        object.end()
    }
}
