// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`create_client`](crate::ApiClient::create_client).
    pub struct ClientResponse {
        /// The client.
        required client: Client = "client";
    }
}
