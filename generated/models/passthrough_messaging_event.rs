// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Event of type `passthrough:messaging`.
    pub struct PassthroughMessagingEvent {
        /// Unique ID of the event.
        ///
        /// Webhooks are retried after an error or a timeout; compare the ID to avoid processing one event
        /// twice.
        required id: EventId = "id";
        /// Time at which the event was generated, as `YYYY-MM-DDThh:mm:ss.SSSZ`.
        option created_at: Time = "createdAt";
        /// Data of the event; its fields vary with the event type.
        required payload: PassthroughMessagingPayload = "payload";
    }

    tag "type" = "passthrough:messaging"
}
