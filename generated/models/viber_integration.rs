// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A Viber integration.
    ///
    /// Variant of [`Integration`].
    pub struct ViberIntegration {
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
        /// Token of the Viber Public Account.
        ///
        /// At least 1 character. Write-only: not in responses.
        option token: Secret = "token", with_token;
        /// Unique URI of the Viber account.
        ///
        /// Read-only: not sent in requests.
        option uri: String = "uri", read_only;
        /// Unique id of the Viber account.
        ///
        /// Read-only: not sent in requests.
        option account_id: String = "accountId", read_only;
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

    tag "type" = "viber"

    new(token: Secret)
}
