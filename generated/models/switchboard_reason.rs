// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Why control was passed, where that applies.
    ///
    /// Used in [`SwitchboardPassControlPayload`] and [`SwitchboardReleaseControlPayload`].
    pub enum SwitchboardReason: str {
        /// `ticketClosed`
        TicketClosed = "ticketClosed",
        /// `transferToEmail`
        TransferToEmail = "transferToEmail",
    }
}
