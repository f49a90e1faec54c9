// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Raw message payload that goes straight to a channel. See the guide to [message
    /// overrides](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/message-overrides/).
    ///
    /// Used in [`MessagePost`].
    pub struct MessageOverride {
        /// Payload that the channel receives exactly as given.
        option apple: AppleMessageOverridePayload = "apple", with_apple;
        /// Payload that the channel receives exactly as given.
        option line: MessageOverridePayload = "line", with_line;
        /// Payload that the channel receives exactly as given.
        option messenger: MessageOverridePayload = "messenger", with_messenger;
        /// Payload that the channel receives exactly as given.
        option whatsapp: MessageOverridePayload = "whatsapp", with_whatsapp;
    }

    new()
}
