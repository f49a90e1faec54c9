// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

union! {
    /// A system activity that a message describes.
    ///
    /// Used in [`Message`].
    pub enum ActivityMessage by "type" {
        /// `conversation:endedByUser`
        ConversationEndedByUser(EndedByUser) = "conversation:endedByUser",
        /// `ticket:closed`
        TicketClosed(TicketClosed) = "ticket:closed",
        /// `ticket:transfer:email`
        TicketTransferEmail(TransferToEmail) = "ticket:transfer:email",
    }
}
