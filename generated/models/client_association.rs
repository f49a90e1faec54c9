// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A client that takes part in a conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ClientAssociation {
    /// See [`ClientType`].
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<ClientType>,
    /// ID of the client referred to.
    #[serde(rename = "clientId", skip_serializing_if = "Option::is_none")]
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
