// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// One page of [`list_clients`](crate::ApiClient::list_clients).
    pub struct ClientListResponse {
        /// The clients returned.
        required clients: [Client] = "clients";
        /// Metadata of a response.
        default meta: Meta = "meta";
        /// Links to the previous and the next page, if they exist.
        option links: Links = "links";
    }
}

page! { ClientListResponse: Client in clients, meta: meta, links: links }
