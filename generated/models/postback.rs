// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A button that sends its payload to the business.
    ///
    /// Variant of [`Action`] and [`ActionSubset`].
    pub struct Postback {
        /// Text on the button.
        default text: String = "text", with_text;
        /// Payload of the postback or reply button.
        default payload: String = "payload", with_payload;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
    }

    tag "type" = "postback"

    new(text: String, payload: String)
}
