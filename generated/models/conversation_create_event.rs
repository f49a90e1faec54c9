// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The event `conversation:create`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationCreateEvent {
    /// Unique ID of the event.
    ///
    /// Webhooks are retried after an error or a timeout; compare the ID to avoid processing one event twice.
    pub id: String,
    /// Time at which the event was generated, as `YYYY-MM-DDThh:mm:ss.SSSZ`.
    #[serde(rename = "createdAt")]
    pub created_at: Time,
    /// See [`ConversationCreatePayload`].
    pub payload: ConversationCreatePayload,
}
