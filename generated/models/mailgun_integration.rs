// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A Mailgun integration.
    ///
    /// Variant of [`Integration`].
    pub struct MailgunIntegration {
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
        /// Public API key of the Mailgun account.
        ///
        /// At least 1 character. Write-only: not in responses.
        option api_key: Secret = "apiKey", with_api_key;
        /// Webhook signing key of the Mailgun account.
        ///
        /// Without it, webhook signatures are validated with `apiKey`; it is therefore required when the
        /// account's signing key and API key differ.
        ///
        /// At least 1 character.
        option signing_key: Secret = "signingKey", with_signing_key;
        /// Domain through which email is relayed; it must be configured and verified in the Mailgun account.
        ///
        /// At least 1 character.
        default domain: String = "domain", with_domain;
        /// Address whose incoming email is forwarded to Sunshine Conversations. Also used as the Reply-To
        /// address.
        ///
        /// At least 1 character.
        default incoming_address: String = "incomingAddress", with_incoming_address;
        /// Whether outgoing emails omit the unsubscribe link, which they include by default.
        ///
        /// If you enable this, you need to offer end users another way to unsubscribe.
        option hide_unsubscribe_link: bool = "hideUnsubscribeLink", with_hide_unsubscribe_link;
        /// Email address for From and Reply-To, if it differs from `incomingAddress`; `null` unsets it.
        ///
        /// Use it only if the address forwards its email to `incomingAddress`: replies of end users are lost
        /// otherwise. The domain also must be properly configured as a mail provider, or the end user's email
        /// client may flag the messages as spam.
        ///
        /// At least 1 character.
        option from_address: String = "fromAddress", with_from_address;
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

    tag "type" = "mailgun"

    new(api_key: Secret, domain: String, incoming_address: String)
}
