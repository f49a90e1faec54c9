// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`update_app`](crate::ApiClient::update_app).
    pub struct AppUpdateBody {
        /// Friendly name of the app.
        ///
        /// 1 to 100 characters.
        option display_name: String = "displayName", with_display_name;
        /// Settings of an app that can be customized.
        option settings: AppSettings = "settings", with_settings;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        patch metadata: Json = "metadata", with_metadata, clear_metadata;
    }

    new()
}

body_of! { App => AppUpdateBody }
