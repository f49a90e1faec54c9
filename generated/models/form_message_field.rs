// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A form field that the end user fills in.
    ///
    /// Used in [`FormMessage`].
    pub struct FormMessageField {
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
        /// Placeholder of the field; 1 to 128 characters. Form messages only.
        option placeholder: String = "placeholder", with_placeholder;
        /// Minimum response length in a `text` field: 1 to 256, default 1. Form messages only.
        ///
        /// Defaults to `1`.
        option min_size: i64 = "minSize", with_min_size;
        /// Maximum response length in a `text` field: 1 to 256, default 128. Form messages only.
        ///
        /// Defaults to `128`.
        option max_size: i64 = "maxSize", with_max_size;
        /// Options of a field of type `select`.
        ///
        /// At most 200 items.
        option options: [FormOption] = "options", with_options;
    }

    new(type_: FormFieldType, name: String, label: String)
}
