// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// An app, the top-level container for users, conversations and integrations.
    ///
    /// Used in [`AppListResponse`] and [`AppResponse`].
    pub struct App {
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
    }

    new(id: AppId)

    also blank
}
