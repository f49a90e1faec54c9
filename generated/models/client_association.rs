// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A client that takes part in a conversation.
    ///
    /// Used in [`Participant`].
    pub struct ClientAssociation {
        /// Integration type of the client.
        ///
        /// Any supported integration type; `sdk` covers integrations of type `ios`, `android`, `unity` and
        /// `web`.
        option type_: ClientType = "type", with_type;
        /// ID of the client referred to.
        option client_id: ClientId = "clientId", with_client_id;
    }

    new()
}
