// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// One page of [`list_integrations`](crate::ApiClient::list_integrations).
    pub struct IntegrationListResponse {
        /// The integrations returned.
        required integrations: [Integration] = "integrations";
        /// Metadata of a response.
        default meta: Meta = "meta";
        /// Links to the previous and the next page, if they exist.
        option links: Links = "links";
    }
}

page! { IntegrationListResponse: Integration in integrations, meta: meta, links: links }
