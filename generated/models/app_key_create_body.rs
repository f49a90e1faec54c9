// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`create_app_key`](crate::ApiClient::create_app_key).
    pub struct AppKeyCreateBody {
        /// Name of the API key.
        ///
        /// 1 to 100 characters.
        required display_name: String = "displayName", with_display_name;
    }

    new(display_name: String)
}
