// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// An iOS SDK integration.
    ///
    /// Variant of [`Integration`].
    pub struct IosIntegration {
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
        /// Binary APN certificate, encoded in Base64.
        ///
        /// This terminal command does the encoding: `openssl base64 -in YOUR_CERTIFICATE.p12 | tr -d '\n'`.
        ///
        /// At least 1 character. Write-only: not in responses.
        option certificate: Secret = "certificate", with_certificate;
        /// Password of the APN certificate.
        ///
        /// Write-only: not in responses.
        option password: Secret = "password", with_password;
        /// Whether to connect to the APN production environment rather than the sandbox.
        ///
        /// If omitted, the value is inferred from the certificate.
        option production: bool = "production", with_production;
        /// Whether the application badge shows the conversation's unread count.
        option auto_update_badge: bool = "autoUpdateBadge", with_auto_update_badge;
        /// Whether end users can open the list of their conversations; shown by default.
        ///
        /// Takes effect only in apps that have `settings.multiConvoEnabled` set to `true`.
        option can_user_see_conversation_list: bool = "canUserSeeConversationList", with_can_user_see_conversation_list;
        /// Whether end users may start further conversations on the iOS integration, beyond their first.
        option can_user_create_more_conversations: bool = "canUserCreateMoreConversations", with_can_user_create_more_conversations;
        /// Whether end users may send attachments; `true` by default. Zendesk Admin Center is the only place to
        /// change it.
        ///
        /// Read-only: not sent in requests.
        option attachments_enabled: bool = "attachmentsEnabled", read_only;
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

    tag "type" = "ios"

    new()
}
