// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Type of the field.
    ///
    /// Used in [`FormField`], [`FormMessageField`] and [`FormResponseMessageField`].
    pub enum FormFieldType: str {
        /// `email`
        Email = "email",
        /// `select`
        Select = "select",
        /// `text`
        Text = "text",
    }
}
