// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// An option of a select field in a form.
    ///
    /// Used in [`FormMessageField`].
    pub struct FormOption {
        /// Label under which the Web Messenger displays the option; 1 to 128 characters.
        option label: String = "label", with_label;
        /// Name of the option, unique within the field; 1 to 128 characters.
        option name: String = "name", with_name;
    }

    new()
}
