// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An access token.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TokenResponse {
    /// Access token for calls to the Sunshine Conversations API.
    pub access_token: Secret,
    /// Type of the token, which is always `Bearer`.
    pub token_type: Option<String>,
}

impl Fields for TokenResponse {
    const NAME: &'static str = "TokenResponse";
    const KEYS: &'static [&'static str] = &["access_token", "token_type"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut access_token = None;
        let mut token_type = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut access_token),
                1 => object.value(&mut token_type),
                _ => object.skip(),
            }?;
        }
        Ok(Self { access_token: given(access_token, "access_token")?, token_type })
    }
}

impl<'de> Deserialize<'de> for TokenResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for TokenResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("access_token", &self.access_token);
        object.option("token_type", &self.token_type);
        object.end()
    }
}
