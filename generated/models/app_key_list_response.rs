// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppKeyListResponse {
    /// The API keys returned.
    pub keys: Vec<AppKey>,
}

impl Fields for AppKeyListResponse {
    const NAME: &'static str = "AppKeyListResponse";
    const KEYS: &'static [&'static str] = &["keys"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut keys = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut keys),
                _ => object.skip(),
            }?;
        }
        Ok(Self { keys: given(keys, "keys")? })
    }
}

impl<'de> Deserialize<'de> for AppKeyListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppKeyListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("keys", &self.keys);
        object.end()
    }
}
