// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Reason for creating the conversation, if any.
    ///
    /// - `linkRequest`: to generate a link request that moves the user to another channel.
    /// - `message`: a message was sent.
    /// - `none`: no particular purpose; mostly seen when `CreateConversation` made it.
    /// - `notification`: the Notification API was called.
    /// - `prechatCapture`: in the Web Messenger, the user filled in a form for prechat capture.
    /// - `startConversation`: the `startConversation` API of an SDK integration was called, or a messaging
    ///   channel triggered a start conversation event.
    /// - `proactiveMessaging`: the user interacted with a campaign.
    ///
    /// Used in [`ConversationCreatePayload`].
    pub enum ConversationCreationReason: str {
        /// `linkRequest`
        LinkRequest = "linkRequest",
        /// `message`
        Message = "message",
        /// `none`
        None = "none",
        /// `notification`
        Notification = "notification",
        /// `prechatCapture`
        PrechatCapture = "prechatCapture",
        /// `startConversation`
        StartConversation = "startConversation",
        /// `proactiveMessaging`
        ProactiveMessaging = "proactiveMessaging",
    }
}
