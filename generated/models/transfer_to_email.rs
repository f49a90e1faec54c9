// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The conversation was transferred to email.
    ///
    /// Variant of [`ActivityMessage`].
    pub struct TransferToEmail {
        /// Data of the activity; currently empty for `ticket:transfer:email`.
        option data: Json = "data", with_data;
    }

    tag "type" = "ticket:transfer:email"

    new()
}
