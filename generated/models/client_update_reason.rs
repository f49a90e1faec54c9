// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Reason for updating the client.
    ///
    /// - `confirmed`: the client has become active and can be used.
    /// - `blocked`: the user unsubscribed from the conversation.
    /// - `unblocked`: a user who had unsubscribed returned to the conversation.
    /// - `matched`: a user fitting the information given was found by the channel.
    ///
    /// Used in [`ClientUpdatePayload`].
    pub enum ClientUpdateReason: str {
        /// `confirmed`
        Confirmed = "confirmed",
        /// `blocked`
        Blocked = "blocked",
        /// `unblocked`
        Unblocked = "unblocked",
        /// `matched`
        Matched = "matched",
    }
}
