// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// One page of [`list_apps`](crate::ApiClient::list_apps).
    pub struct AppListResponse {
        /// The apps returned.
        required apps: [App] = "apps";
        /// Metadata of a response.
        default meta: Meta = "meta";
        /// Links to the previous and the next page, if they exist.
        option links: Links = "links";
    }
}

page! { AppListResponse: App in apps, meta: meta, links: links }
