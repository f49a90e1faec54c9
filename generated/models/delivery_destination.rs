// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Destination of the message.
    ///
    /// Used in [`ConversationMessageDeliveryFailurePayload`] and [`ConversationMessageDeliveryPayload`].
    pub struct DeliveryDestination {
        /// Channel that the message was sent to.
        ///
        /// For example `web`, `ios`, `android`, `messenger`, `viber`, `telegram`, `wechat`, `line`, `twilio`,
        /// `api` or `notification`; any other channel can occur.
        option type_: String = "type", with_type;
        /// ID of the integration that the message was sent to.
        option integration_id: IntegrationId = "integrationId", with_integration_id;
    }

    new()
}
