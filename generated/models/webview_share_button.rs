// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Set to `hide` on a webview action to hide the share button.
    ///
    /// See the [URL button
    /// reference](https://developers.facebook.com/docs/messenger-platform/reference/buttons/url).
    ///
    /// Used in [`MessengerOptions`].
    pub enum WebviewShareButton: str {
        /// `hide`
        Hide = "hide",
    }
}
