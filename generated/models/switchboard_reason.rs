// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Reason for passing control, if any.
    ///
    /// Used in [`SwitchboardPassControlPayload`] and [`SwitchboardReleaseControlPayload`].
    pub enum SwitchboardReason: str {
        /// `ticketClosed`
        TicketClosed = "ticketClosed",
        /// `transferToEmail`
        TransferToEmail = "transferToEmail",
    }
}
