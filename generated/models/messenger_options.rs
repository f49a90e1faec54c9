// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Options for the Facebook Messenger channel.
    ///
    /// Used in [`ExtraChannelOptions`].
    pub struct MessengerOptions {
        /// Whether a webview action's URL loads with Messenger Extensions enabled; `false` by default.
        ///
        /// See the [URL button
        /// reference](https://developers.facebook.com/docs/messenger-platform/send-api-reference/url-button).
        ///
        /// Defaults to `false`.
        option messenger_extensions: bool = "messenger_extensions", with_messenger_extensions;
        /// Set to `hide` on a webview action to hide the share button.
        ///
        /// See the [URL button
        /// reference](https://developers.facebook.com/docs/messenger-platform/reference/buttons/url).
        option webview_share_button: WebviewShareButton = "webview_share_button", with_webview_share_button;
    }

    new()
}
