// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A Facebook Messenger integration.
    ///
    /// Variant of [`Integration`].
    pub struct MessengerIntegration {
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
        /// Facebook Page Access Token.
        nullable page_access_token: Secret = "pageAccessToken", with_page_access_token;
        /// Id of the Facebook app.
        default app_id: String = "appId", with_app_id;
        /// Secret of the Facebook app.
        ///
        /// Write-only: not in responses.
        option app_secret: Secret = "appSecret", with_app_secret;
        /// Id of the Facebook page.
        option page_id: Number = "pageId" as Digits, with_page_id;
        /// Name of the Facebook page.
        option page_name: String = "pageName", with_page_name;
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

    tag "type" = "messenger"

    new(page_access_token: Secret, app_id: String, app_secret: Secret)
}
