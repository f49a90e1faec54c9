// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Source of the message.
    ///
    /// Used in [`Message`].
    pub struct Source {
        /// Channel from which the message originated: `api`, `sdk`, `messenger` or one of many others.
        default type_: String = "type", with_type;
        /// ID of the integration that the message was sent from. Only for messages of users.
        option integration_id: IntegrationId = "integrationId", with_integration_id;
        /// ID that the originating channel gave the message.
        option original_message_id: String = "originalMessageId", with_original_message_id;
        /// Time at which the third-party channel received the message (`YYYY-MM-DDThh:mm:ss.SSSZ`).
        option original_message_timestamp: Time = "originalMessageTimestamp", with_original_message_timestamp;
        /// Client with which the user wrote the message or activity, if there is one.
        ///
        /// Absent from API responses; occurs only in webhook payloads, with the option `includeFullSource` on.
        option client: Client = "client", with_client;
        /// Device on which the user wrote the message or activity, if there is one.
        ///
        /// Absent from API responses; occurs only in webhook payloads, with the option `includeFullSource` on.
        option device: Device = "device", with_device;
    }

    new(type_: String)
}
