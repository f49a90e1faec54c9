// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A form field that the end user has filled in.
    ///
    /// Used in [`FormResponseMessage`].
    pub struct FormResponseMessageField {
        /// Type of the field.
        default type_: FormFieldType = "type", with_type;
        /// Field name, unique within the form or form response; 1 to 128 characters.
        default name: String = "name", with_name;
        /// Label under which the Web Messenger displays the field; 1 to 128 characters.
        default label: String = "label", with_label;
        /// Response to a field of type `text`; 1 to 256 characters.
        option text: String = "text", with_text;
        /// Response to a field of type `email`; 1 to 128 characters.
        option email: String = "email", with_email;
        /// Response to a field of type `select`. Only for messages of type `form` and `formResponse`.
        option select: [Json] = "select", with_select;
        /// Format of a field of type `text`.
        option format: FormFieldFormat = "format", with_format;
        /// The text that the field shows while it is empty.
        option placeholder: String = "placeholder", with_placeholder;
        /// Message ID of the form of this response.
        ///
        /// Write-only: not in responses.
        option quoted_message_id: MessageId = "quotedMessageId", with_quoted_message_id;
    }

    new(type_: FormFieldType, name: String, label: String)
}
