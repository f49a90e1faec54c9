// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A WhatsApp integration.
    ///
    /// Variant of [`Integration`].
    pub struct WhatsAppIntegration {
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
        /// Fallback language of message templates sent with the shorthand syntax; `en_US` by default.
        ///
        /// The WhatsApp documentation has the details.
        ///
        /// Defaults to `en_US`.
        option hsm_fallback_language: String = "hsmFallbackLanguage", with_hsm_fallback_language;
        /// Business ID that belongs to the WhatsApp account.
        ///
        /// Together with `accountManagementAccessToken` it makes Message Template Reconstruction possible.
        option account_id: String = "accountId", with_account_id;
        /// Access token of the `accountId`, for queries to the WhatsApp Account Management API.
        ///
        /// Together with `accountId` it makes Message Template Reconstruction possible.
        option account_management_access_token: Secret = "accountManagementAccessToken", with_account_management_access_token;
        /// Phone number of this integration's deployment, if it has one.
        ///
        /// Read-only: not sent in requests.
        option phone_number: String = "phoneNumber", read_only;
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

    tag "type" = "whatsapp"

    new()
}
