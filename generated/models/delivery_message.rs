// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The message sent.
    ///
    /// Used in [`ConversationMessageDeliveryFailurePayload`] and [`ConversationMessageDeliveryPayload`].
    pub struct DeliveryMessage {
        /// ID of the message.
        option id: MessageId = "id", with_id;
    }

    new()
}
