// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Changes to a WhatsApp integration.
    ///
    /// Used in [`IntegrationUpdate`].
    pub struct WhatsAppIntegrationUpdate {
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
        /// Fallback language of message templates sent with the shorthand syntax; `en_US` by default.
        ///
        /// The WhatsApp documentation has the details.
        ///
        /// Defaults to `en_US`.
        patch hsm_fallback_language: String = "hsmFallbackLanguage", with_hsm_fallback_language, clear_hsm_fallback_language;
        /// Business ID that belongs to the WhatsApp account.
        ///
        /// Together with `accountManagementAccessToken` it makes Message Template Reconstruction possible.
        patch account_id: String = "accountId", with_account_id, clear_account_id;
        /// Access token of the `accountId`, for queries to the WhatsApp Account Management API.
        ///
        /// Together with `accountId` it makes Message Template Reconstruction possible.
        patch account_management_access_token: Secret = "accountManagementAccessToken", with_account_management_access_token, clear_account_management_access_token;
    }

    new()

    also fits
}

body_of! { WhatsAppIntegration => WhatsAppIntegrationUpdate }
