// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Settings of the form that the Web Messenger shows before a conversation begins.
    ///
    /// Used in [`WebIntegration`] and [`WebIntegrationUpdate`].
    pub struct PrechatCapture {
        /// URL of the avatar shown with the automatic reply to prechat capture messages.
        ///
        /// Defaults to `undefined`.
        option avatar_url: String = "avatarUrl", with_avatar_url;
        /// Whether initializing the Web Messenger turns on the Prechat Capture add-on.
        ///
        /// Defaults to `false`.
        option enabled: bool = "enabled", with_enabled;
        /// Whether submitted emails are linked automatically, provided that Mailgun is integrated.
        ///
        /// Defaults to `false`.
        option enable_email_linking: bool = "enableEmailLinking", with_enable_email_linking;
        /// Fields of a custom form, in place of the default Prechat Capture fields.
        option fields: [FormField] = "fields", with_fields;
    }

    new()
}
