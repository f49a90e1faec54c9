// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`create_app_key`](crate::ApiClient::create_app_key) and
    /// [`get_app_key`](crate::ApiClient::get_app_key).
    pub struct AppKeyResponse {
        /// The API key that was created.
        required key: AppKey = "key";
    }
}
