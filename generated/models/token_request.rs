// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A code to be exchanged for an access token.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TokenRequest {
    /// Authorization code that the OAuth flow delivered.
    pub code: Secret,
    /// Kind of grant; always `authorization_code`.
    pub grant_type: String,
    /// OAuth client id of the partner, assigned in the partner application process.
    pub client_id: String,
    /// OAuth client secret of the partner, assigned in the partner application process.
    pub client_secret: Secret,
}

impl TokenRequest {
    /// Made of what is required; all else is unset.
    pub fn new(
        code: impl Into<Secret>,
        grant_type: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
    ) -> Self {
        Self {
            code: code.into(),
            grant_type: grant_type.into(),
            client_id: client_id.into(),
            client_secret: client_secret.into(),
        }
    }

    /// Sets [`Self::code`].
    pub fn with_code(mut self, code: impl Into<Secret>) -> Self {
        self.code = code.into();
        self
    }

    /// Sets [`Self::grant_type`].
    pub fn with_grant_type(mut self, grant_type: impl Into<String>) -> Self {
        self.grant_type = grant_type.into();
        self
    }

    /// Sets [`Self::client_id`].
    pub fn with_client_id(mut self, client_id: impl Into<String>) -> Self {
        self.client_id = client_id.into();
        self
    }

    /// Sets [`Self::client_secret`].
    pub fn with_client_secret(mut self, client_secret: impl Into<Secret>) -> Self {
        self.client_secret = client_secret.into();
        self
    }
}

impl Fields for TokenRequest {
    const NAME: &'static str = "TokenRequest";
    const KEYS: &'static [&'static str] = &["code", "grant_type", "client_id", "client_secret"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut code = None;
        let mut grant_type = None;
        let mut client_id = None;
        let mut client_secret = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut code),
                1 => object.required(&mut grant_type),
                2 => object.required(&mut client_id),
                3 => object.required(&mut client_secret),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            code: given(code, "code")?,
            grant_type: given(grant_type, "grant_type")?,
            client_id: given(client_id, "client_id")?,
            client_secret: given(client_secret, "client_secret")?,
        })
    }
}

impl<'de> Deserialize<'de> for TokenRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for TokenRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("code", &self.code);
        object.field("grant_type", &self.grant_type);
        object.field("client_id", &self.client_id);
        object.field("client_secret", &self.client_secret);
        object.end()
    }
}
