// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Event of type `conversation:message:delivery:failure`.
    pub struct ConversationMessageDeliveryFailureEvent {
        /// Unique ID of the event.
        ///
        /// Webhooks are retried after an error or a timeout; compare the ID to avoid processing one event
        /// twice.
        required id: EventId = "id";
        /// Time at which the event was generated, as `YYYY-MM-DDThh:mm:ss.SSSZ`.
        option created_at: Time = "createdAt";
        /// The payload.
        required payload: ConversationMessageDeliveryFailurePayload = "payload";
    }

    tag "type" = "conversation:message:delivery:failure"
}
