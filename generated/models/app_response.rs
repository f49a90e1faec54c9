// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`create_app`](crate::ApiClient::create_app) and
    /// [`update_app`](crate::ApiClient::update_app).
    pub struct AppResponse {
        /// The app.
        required app: App = "app";
    }
}
