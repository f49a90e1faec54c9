// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The participant that was added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ParticipantResponse {
    /// See [`Participant`].
    pub participant: Participant,
}
