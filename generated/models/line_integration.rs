// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A LINE integration.
    ///
    /// Variant of [`Integration`].
    pub struct LineIntegration {
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
        /// LINE Channel ID.
        ///
        /// Omit it together with `channelSecret` to integrate LINE and set up the webhook before LINE has
        /// issued the two values.
        option channel_id: String = "channelId", with_channel_id;
        /// LINE Channel Secret.
        ///
        /// Omit it together with `channelId` to integrate LINE and set up the webhook before LINE has issued
        /// the two values.
        option channel_secret: Secret = "channelSecret", with_channel_secret;
        /// LINE Channel Access Token.
        option channel_access_token: Secret = "channelAccessToken", with_channel_access_token;
        /// LINE Service Code.
        option service_code: String = "serviceCode", with_service_code;
        /// LINE Switcher Secret.
        ///
        /// At least 1 character.
        option switcher_secret: Secret = "switcherSecret", with_switcher_secret;
        /// URL that LINE shows in its [Developer Console](https://developers.line.biz/console/).
        option qr_code_url: String = "qrCodeUrl", with_qr_code_url;
        /// LINE Basic ID; set automatically whenever `qrCodeUrl` is updated.
        ///
        /// Read-only: not sent in requests.
        option line_id: String = "lineId", read_only;
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

    tag "type" = "line"

    new()
}
