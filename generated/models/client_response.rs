// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`create_client`](crate::ApiClient::create_client).
    pub struct ClientResponse {
        /// Client of a client response.
        required client: Client = "client";
    }
}
