// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`ClientRemoveEvent`].
    pub struct ClientRemovePayload {
        /// Conversation linked with the client's removal.
        ///
        /// Present only if `reason` is `theft`, `linkCancelled` or `linkFailed`; with `theft` it is absent when
        /// the conversation has been deleted.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// User that the client belongs to.
        option user: UserTruncated = "user", with_user;
        /// The client that was removed.
        option client: Client = "client", with_client;
        /// Reason for removing the client.
        ///
        /// - `api`: removed through the API.
        /// - `linkCancelled`: the user called off a channel link.
        /// - `linkFailed`: an attempt to link a channel failed.
        /// - `sdk`: removed through the SDK.
        /// - `theft`: a channel link moved the client to another user.
        option reason: ClientRemoveReason = "reason", with_reason;
        /// Details of the failure.
        ///
        /// Present only if `reason` is `linkCancelled` or `linkFailed`.
        option error: Json = "error", with_error;
        /// Origin of the event, such as the API or an SDK device.
        option source: SourceWebhook = "source", with_source;
    }

    new()

    also blank
}
