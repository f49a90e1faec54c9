// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A client that takes part in a conversation.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClientAssociation {
    /// See [`ClientType`].
    pub type_: Option<ClientType>,
    /// ID of the client referred to.
    pub client_id: Option<String>,
}

impl ClientAssociation {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { type_: None, client_id: None }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<ClientType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::client_id`].
    pub fn with_client_id(mut self, client_id: impl Into<String>) -> Self {
        self.client_id = Some(client_id.into());
        self
    }
}

impl Default for ClientAssociation {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ClientAssociation {
    const NAME: &'static str = "ClientAssociation";
    const KEYS: &'static [&'static str] = &["type", "clientId"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut client_id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut type_),
                1 => object.value(&mut client_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { type_, client_id })
    }
}

impl<'de> Deserialize<'de> for ClientAssociation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ClientAssociation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("type", &self.type_);
        object.option("clientId", &self.client_id);
        object.end()
    }
}
