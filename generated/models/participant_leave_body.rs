// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

keyed_union! {
    /// Request body of [`leave_conversation`](crate::ApiClient::leave_conversation).
    pub enum ParticipantLeaveBody {
        /// ID of the user to remove from the conversation.
        ///
        /// An unknown user is answered with `404`.
        UserId(UserId) = "userId",
        /// The `externalId` of the user to remove from the conversation.
        ///
        /// An unknown user is answered with `404`.
        UserExternalId(String) = "userExternalId",
        /// The `participantId` of the user to remove from the conversation.
        ///
        /// An unknown user is answered with `404`.
        ParticipantId(ParticipantId) = "participantId",
    }
}
