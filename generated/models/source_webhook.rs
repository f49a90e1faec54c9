// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The source of a webhook event: the channel, client and device.
    ///
    /// Used in [`ClientAddPayload`], [`ClientRemovePayload`], [`ConversationReadActivity`] and 7 more.
    pub struct SourceWebhook {
        /// Channel of the message, for example `api`, `sdk` or `messenger`; many others occur.
        option type_: String = "type", with_type;
        /// ID of the integration that the message was sent from; user messages only.
        option integration_id: IntegrationId = "integrationId", with_integration_id;
        /// ID that the originating channel gave the message.
        option original_message_id: String = "originalMessageId", with_original_message_id;
        /// Time at which the third-party channel got the message, in the form `YYYY-MM-DDThh:mm:ss.SSSZ`.
        option original_message_timestamp: Time = "originalMessageTimestamp", with_original_message_timestamp;
        /// Client of the message or activity, if any.
        ///
        /// Present only when the webhook has `includeFullSource` enabled.
        option client: Client = "client", with_client;
        /// Device of the message or activity, if any.
        ///
        /// Present only when the webhook has `includeFullSource` enabled.
        option device: Device = "device", with_device;
    }

    new()
}

same_object! { SourceWebhook => Source }
