// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Format of a field of type `text`.
    ///
    /// Used in [`FormField`], [`FormMessageField`] and [`FormResponseMessageField`].
    pub enum FormFieldFormat: str {
        /// `integer`
        Integer = "integer",
        /// `decimal`
        Decimal = "decimal",
    }
}
