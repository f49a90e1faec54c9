// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ClientAddEvent`].
    pub struct ClientAddPayload {
        /// Conversation linked with the client's creation.
        ///
        /// Present only if `reason` is `channelLinking` and the client is being attached to a particular
        /// conversation.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// User that the client belongs to.
        option user: UserTruncated = "user", with_user;
        /// The newly created client.
        option client: Client = "client", with_client;
        /// Reason for adding the client.
        ///
        /// - `channelLinking`: a channel link was initiated.
        /// - `sdkLogin`: the user logged in on an SDK device.
        /// - `authCode`: an SDK client was initialized with an `authCode`.
        option reason: ClientAddReason = "reason", with_reason;
        /// Origin of the event, such as the API or an SDK device.
        option source: SourceWebhook = "source", with_source;
    }

    new()

    also blank
}
