// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The message that could not be delivered, the recipient, and the cause.
    ///
    /// Used in [`ConversationMessageDeliveryFailureEvent`].
    pub struct ConversationMessageDeliveryFailurePayload {
        /// User that the conversation belongs to.
        option user: User = "user", with_user;
        /// Conversation that the message was sent in.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// The message sent.
        option message: DeliveryMessage = "message", with_message;
        /// Destination of the message.
        option destination: DeliveryDestination = "destination", with_destination;
        /// Third-party messages that the event is about.
        ///
        /// Their order may differ from one trigger to another. Unset for channels that do not expose message
        /// IDs.
        option external_messages: [DeliveryExternalMessage] = "externalMessages", with_external_messages;
        /// Whether no further webhook follows for this pair of `message.id` and `destination.type`.
        option is_final_event: bool = "isFinalEvent", with_is_final_event;
        /// Error behind the failed delivery.
        option error: DeliveryError = "error", with_error;
    }

    new()

    also blank
}
