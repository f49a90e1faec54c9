// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

union! {
    /// The message being replied to.
    ///
    /// Used in [`Message`] and [`MessageWebhook`].
    pub enum QuotedMessage by "type" boxed {
        /// `externalMessageId`
        ExternalMessageId(QuotedMessageExternalMessageId) = "externalMessageId",
        /// `message`
        Message(QuotedMessageMessage) = "message",
    }
}
