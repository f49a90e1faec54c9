// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// An Apple Messages for Business integration.
    ///
    /// Variant of [`Integration`].
    pub struct AppleIntegration {
        /// Unique id of the integration.
        ///
        /// Read-only: not sent in requests.
        assigned id: IntegrationId = "id";
        /// Status of the integration.
        ///
        /// Read-only: not sent in requests.
        option status: IntegrationStatus = "status", read_only;
        /// Display name of the integration; at most 100 characters.
        option display_name: String = "displayName", with_display_name;
        /// Id of the business in Apple Messages for Business.
        default business_id: String = "businessId", with_business_id;
        /// Apple API secret, tied to the Messaging Service Provider.
        ///
        /// Write-only: not in responses.
        option api_secret: Secret = "apiSecret", with_api_secret;
        /// Id of the Messaging Service Provider.
        default msp_id: String = "mspId", with_msp_id;
        /// Secret that generates the state value of Apple authentication 2.0 messages; at least 88 characters.
        option authentication_message_secret: Secret = "authenticationMessageSecret", with_authentication_message_secret;
        /// Id of the integration's default responder, the one that sends messages to the end user.
        ///
        /// Details: [Switchboard
        /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
        ///
        /// Write-only: not in responses.
        option default_responder_id: String = "defaultResponderId", with_default_responder_id;
        /// Default responder of the integration: the one that sends messages to the end user.
        ///
        /// Details: [Switchboard
        /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
        ///
        /// Read-only: not sent in requests.
        option default_responder: Responder = "defaultResponder", read_only;
        /// Whether end users see a disclaimer on messages that an AI responder generates.
        ///
        /// Defaults to `true`. With `false`, you are responsible for compliance with the AI regulations that
        /// apply to the integration in all of its regions.
        option show_ai_disclaimer: bool = "showAIDisclaimer", with_show_ai_disclaimer;
    }

    tag "type" = "apple"

    new(business_id: String, api_secret: Secret, msp_id: String)
}
