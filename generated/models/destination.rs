// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

keyed_union! {
    /// Where the message goes, for a targeted channel or a silent message.
    ///
    /// Applies only when the author's role is `business` and the conversation is `personal`. See the guides
    /// to [channel
    /// targeting](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/sending-messages/#targeting-a-specific-channel)
    /// and [silent
    /// messages](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/sending-messages/#silent-messages).
    ///
    /// Used in [`MessagePost`].
    pub enum Destination {
        /// ID of the integration that is to deliver the message.
        ///
        /// The request fails when there is no such integration, or when the user has no client for it that is
        /// attached to the conversation.
        IntegrationId(IntegrationId) = "integrationId",
        /// Type of the integration that is to deliver the message.
        ///
        /// `none` is allowed for a [silent
        /// message](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/sending-messages/#silent-messages).
        /// The request fails when the conversation has no client of that type attached for the user.
        IntegrationType(String) = "integrationType",
    }
}
