// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Changes to an iOS SDK integration.
    ///
    /// Used in [`IntegrationUpdate`].
    pub struct IosIntegrationUpdate {
        /// Display name of the integration; 1 to 100 characters. Set it to `null` to remove it.
        patch display_name: String = "displayName", with_display_name, clear_display_name;
        /// ID of the integration's default responder, which is the one that sends messages to the end user.
        ///
        /// See the [Switchboard
        /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
        patch default_responder_id: String = "defaultResponderId", with_default_responder_id, clear_default_responder_id;
        /// Whether end users see a disclaimer on messages that an AI responder generates.
        ///
        /// Defaults to `true`.
        ///
        /// **Important:** with `false`, it is up to you to see that the integration complies with the AI
        /// regulations of every region in which it operates.
        option show_ai_disclaimer: bool = "showAIDisclaimer", with_show_ai_disclaimer;
        /// Binary APN certificate, encoded in Base64; at least 1 character.
        ///
        /// Write-only: not in responses.
        patch certificate: Secret = "certificate", with_certificate, clear_certificate;
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
    }

    new()

    also fits
}

body_of! { IosIntegration => IosIntegrationUpdate }
