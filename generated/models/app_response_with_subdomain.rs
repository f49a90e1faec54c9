// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`get_app`](crate::ApiClient::get_app) and
    /// [`get_token_info`](crate::ApiClient::get_token_info).
    pub struct AppResponseWithSubdomain {
        /// The app.
        required app: AppWithSubdomain = "app";
    }
}
