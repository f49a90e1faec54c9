// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A message as the channel identifies it.
    ///
    /// Used in [`ConversationMessageDeliveryFailurePayload`] and [`ConversationMessageDeliveryPayload`].
    pub struct DeliveryExternalMessage {
        /// ID of the external message.
        option id: String = "id", with_id;
    }

    new()
}
