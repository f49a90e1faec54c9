// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A switchboard integration, as conversations and webhook events contain it.
    ///
    /// Used in [`Conversation`], [`ConversationTruncated`], [`SwitchboardAcceptControlPayload`] and 3 more.
    pub struct SwitchboardIntegrationWebhook {
        /// Unique ID of the switchboard integration.
        default id: SwitchboardIntegrationId = "id", with_id;
        /// Identifier that control transfer protocols use; at most 128 characters.
        ///
        /// Only letters, digits, `-` and `_` are allowed.
        option name: String = "name", with_name;
        /// ID of the integration to deliver the events that the switchboard routes.
        option integration_id: IntegrationId = "integrationId", with_integration_id;
        /// Type of the integration to deliver the events that the switchboard routes.
        ///
        /// For an OAuth integration this is the `clientId` that Sunshine Conversations issued during the OAuth
        /// partnership process.
        option integration_type: String = "integrationType", with_integration_type;
    }

    new(id: SwitchboardIntegrationId)
}

same_object! { SwitchboardIntegrationWebhook => SwitchboardIntegration }
