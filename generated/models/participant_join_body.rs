// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`join_conversation`](crate::ApiClient::join_conversation).
    pub struct ParticipantJoinBody {
        /// ID of the user to add to the conversation.
        ///
        /// Exactly one of `userId` and `userExternalId` is required. Returns `404` for an unknown user.
        option user_id: UserId = "userId", with_user_id;
        /// Whether the participant's SDK client is subscribed to the conversation.
        ///
        /// If `true`, push notifications for the conversation reach the user at once, even before it has been
        /// viewed in the SDK, and a user without an SDK client gets one. Required for conversations of type
        /// `sdkGroup`.
        option subscribe_sdk_client: bool = "subscribeSDKClient", with_subscribe_sdk_client;
        /// The `externalId` of the user to add to the conversation.
        ///
        /// Exactly one of `userId` and `userExternalId` is required. Returns `404` for an unknown user.
        option user_external_id: String = "userExternalId", with_user_external_id;
    }

    new()
}
