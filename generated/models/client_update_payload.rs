// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ClientUpdateEvent`].
    pub struct ClientUpdatePayload {
        /// Conversation that caused the client to change.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// User that the client belongs to.
        option user: UserTruncated = "user", with_user;
        /// The client after the update.
        option client: Client = "client", with_client;
        /// Reason for updating the client.
        ///
        /// - `confirmed`: the client has become active and can be used.
        /// - `blocked`: the user unsubscribed from the conversation.
        /// - `unblocked`: a user who had unsubscribed returned to the conversation.
        /// - `matched`: a user fitting the information given was found by the channel.
        option reason: ClientUpdateReason = "reason", with_reason;
    }

    new()

    also blank
}
