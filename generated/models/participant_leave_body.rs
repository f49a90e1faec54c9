// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

keyed_union! {
    /// Request body of [`leave_conversation`](crate::ApiClient::leave_conversation).
    pub enum ParticipantLeaveBody {
        /// ID of the user to remove from the conversation.
        ///
        /// Returns `404` for an unknown user.
        UserId(UserId) = "userId",
        /// The `externalId` of the user to remove from the conversation.
        ///
        /// Returns `404` for an unknown user.
        UserExternalId(String) = "userExternalId",
        /// The `participantId` of the user to remove from the conversation.
        ///
        /// Returns `404` for an unknown user.
        ParticipantId(ParticipantId) = "participantId",
    }
}
