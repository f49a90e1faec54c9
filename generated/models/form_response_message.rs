// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A response to a message of type `form`.
    ///
    /// Only supported as the response to a form in the Web Messenger; it can't be sent through the API.
    ///
    /// Variant of [`Content`].
    pub struct FormResponseMessage {
        /// The submitted fields.
        ///
        /// 1 to 20 items.
        default fields: [FormResponseMessageField] = "fields", with_fields;
        /// All fields as text: one `label: value` each, with a newline between them.
        ///
        /// Read-only: not sent in requests.
        option text_fallback: String = "textFallback", read_only;
    }

    tag "type" = "formResponse"

    new(fields: [FormResponseMessageField])
}
