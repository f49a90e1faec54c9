// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Action that opens a URI when tapped.
    ///
    /// Variant of [`Action`] and [`ActionSubset`].
    pub struct Link {
        /// URI that a click on the button leads to in the clients.
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
    }

    tag "type" = "link"

    new(uri: String, text: String)
}
