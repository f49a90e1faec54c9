// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The ticket was closed.
    ///
    /// Variant of [`ActivityMessage`].
    pub struct TicketClosed {
        /// Data of the activity; currently empty for `ticket:closed`.
        option data: Json = "data", with_data;
    }

    tag "type" = "ticket:closed"

    new()
}
