// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Changes to a Facebook Messenger integration.
    ///
    /// Used in [`IntegrationUpdate`].
    pub struct MessengerIntegrationUpdate {
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
        /// Facebook Page Access Token.
        option page_access_token: Secret = "pageAccessToken", with_page_access_token;
    }

    new()

    also fits
}

body_of! { MessengerIntegration => MessengerIntegrationUpdate }
