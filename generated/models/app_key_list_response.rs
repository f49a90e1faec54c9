// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`list_app_keys`](crate::ApiClient::list_app_keys).
    pub struct AppKeyListResponse {
        /// The API keys returned.
        required keys: [AppKey] = "keys";
    }
}

page! { AppKeyListResponse: AppKey in keys }
