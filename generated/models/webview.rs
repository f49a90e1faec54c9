// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Action that loads a URI in a webview when clicked or tapped.
    ///
    /// Channels without webviews open the `fallback` URI.
    ///
    /// Variant of [`Action`] and [`ActionSubset`].
    pub struct Webview {
        /// URI that a click on the button opens in the webview.
        default uri: String = "uri", with_uri;
        /// Text on the button.
        default text: String = "text", with_text;
        /// Whether this is the default action of a message item in Facebook Messenger.
        option default: bool = "default", with_default;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
        /// Further options, handed directly to the channel's API.
        option extra_channel_options: ExtraChannelOptions = "extraChannelOptions", with_extra_channel_options;
        /// Size of the webview, for actions of type `webview`.
        option size: WebviewSize = "size", with_size;
        /// URI for channels without webviews, for actions of type `webview`.
        default fallback: String = "fallback", with_fallback;
        /// Whether the webview opens by itself.
        ///
        /// `true` is allowed for one action per message. Only the Web Messenger supports it at present.
        option open_on_receive: bool = "openOnReceive", with_open_on_receive;
    }

    tag "type" = "webview"

    new(uri: String, text: String, fallback: String)
}
