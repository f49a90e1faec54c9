// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The participant that was added.
    ///
    /// Response of [`join_conversation`](crate::ApiClient::join_conversation).
    pub struct ParticipantResponse {
        /// The participant.
        required participant: Participant = "participant";
    }
}
