// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Action that requests the user's location.
    ///
    /// Variant of [`Action`].
    pub struct LocationRequest {
        /// Text on the button.
        default text: String = "text", with_text;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
    }

    tag "type" = "locationRequest"

    new(text: String)
}
