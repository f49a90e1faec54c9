// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A MessageBird integration.
    ///
    /// Variant of [`Integration`].
    pub struct MessageBirdIntegration {
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
        /// Public API key of the MessageBird account.
        ///
        /// At least 1 character. Write-only: not in responses.
        option access_key: Secret = "accessKey", with_access_key;
        /// Signing key of the MessageBird account, with which the origin of webhooks is validated.
        ///
        /// At least 1 character. Write-only: not in responses.
        option signing_key: Secret = "signingKey", with_signing_key;
        /// Phone number whose incoming messages are forwarded to Sunshine Conversations.
        ///
        /// At least 1 character.
        default originator: String = "originator", with_originator;
        /// Secret for configuring webhooks in MessageBird.
        ///
        /// Read-only: not sent in requests.
        option webhook_secret: Secret = "webhookSecret", read_only;
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

    tag "type" = "messagebird"

    new(access_key: Secret, signing_key: Secret, originator: String)
}
