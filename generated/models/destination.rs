// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

keyed_union! {
    /// Destination of the message, for a targeted channel or a silent message.
    ///
    /// Applies only when the author's role is `business` and the conversation is `personal`. See the guides
    /// to [channel
    /// targeting](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/sending-messages/#targeting-a-specific-channel)
    /// and [silent
    /// messages](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/sending-messages/#silent-messages).
    ///
    /// Used in [`MessagePost`].
    pub enum Destination {
        /// ID of the integration that delivers the message.
        ///
        /// The request fails if the integration doesn't exist, or if the user doesn't have a client for it that
        /// is attached to the conversation.
        IntegrationId(IntegrationId) = "integrationId",
        /// Type of the integration that delivers the message.
        ///
        /// `none` is allowed for a [silent
        /// message](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/sending-messages/#silent-messages).
        /// The request fails if the user doesn't have a client of that type that is attached to the
        /// conversation.
        IntegrationType(String) = "integrationType",
    }
}
