// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A quick-reply button: sends its text and then disappears.
    ///
    /// Variant of [`Action`].
    pub struct Reply {
        /// Text on the button, preferably not empty, since some channels may not support an empty one.
        ///
        /// Facebook Messenger cuts it after 20 characters; Web Messenger, iOS and Android cut it after 40.
        default text: String = "text", with_text;
        /// String that helps to identify the context of the action, used when the reply is posted.
        ///
        /// Use metadata for more complex data.
        default payload: String = "payload", with_payload;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
        /// URL of an icon for the reply option.
        option icon_url: String = "iconUrl", with_icon_url;
    }

    tag "type" = "reply"

    new(text: String, payload: String)
}
