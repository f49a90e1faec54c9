// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The app.
    ///
    /// Used in [`AppResponseWithSubdomain`].
    pub struct AppWithSubdomain {
        /// Canonical ID of the app, by which it can be retrieved.
        required id: AppId = "id", with_id;
        /// Friendly name of the app.
        ///
        /// 1 to 100 characters.
        option display_name: String = "displayName", with_display_name;
        /// Settings of an app that can be customized.
        option settings: AppSettings = "settings", with_settings;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
        /// Subdomain of the app.
        option subdomain: String = "subdomain", with_subdomain;
    }

    new(id: AppId)

    also blank
}
