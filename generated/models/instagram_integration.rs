// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// An Instagram Direct integration.
    ///
    /// Variant of [`Integration`].
    pub struct InstagramIntegration {
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
        /// Page Access Token of the Facebook page to which the Instagram account is linked.
        ///
        /// Write-only: not in responses.
        option page_access_token: Secret = "pageAccessToken", with_page_access_token;
        /// Id of your Facebook app.
        default app_id: String = "appId", with_app_id;
        /// Secret of your Facebook app.
        ///
        /// Write-only: not in responses.
        option app_secret: Secret = "appSecret", with_app_secret;
        /// Name of the Instagram Business account.
        ///
        /// Read-only: not sent in requests.
        option business_name: String = "businessName", read_only;
        /// Unique username of the Instagram Business account.
        ///
        /// Read-only: not sent in requests.
        option business_username: String = "businessUsername", read_only;
        /// Id of the Facebook page to which the Instagram Business account is linked.
        ///
        /// Read-only: not sent in requests.
        option page_id: String = "pageId", read_only;
        /// Id of the Instagram Business account.
        ///
        /// Read-only: not sent in requests.
        option business_id: String = "businessId", read_only;
        /// Username of the Facebook user. Returned when the integration is made through the Dashboard.
        ///
        /// Read-only: not sent in requests.
        option username: String = "username", read_only;
        /// User id of the Facebook user. Returned when the integration is made through the Dashboard.
        ///
        /// Read-only: not sent in requests.
        option user_id: UserId = "userId", read_only;
        /// Whether a text reply or a reaction to the business's story generates a message.
        ///
        /// Defaults to `true`.
        option story_replies_enabled: bool = "storyRepliesEnabled", with_story_replies_enabled;
        /// Whether an end user who mentions the business in their own story causes a referral event.
        ///
        /// See [conversation
        /// referrals](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/conversation-referrals/).
        ///
        /// Defaults to `true`.
        option story_mentions_enabled: bool = "storyMentionsEnabled", with_story_mentions_enabled;
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

    tag "type" = "instagram"

    new(page_access_token: Secret, app_id: String, app_secret: Secret)
}
