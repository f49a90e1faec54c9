// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A Twitter (X) integration.
    ///
    /// Variant of [`Integration`].
    pub struct TwitterIntegration {
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
        /// Tier of the Twitter app; new integrations can only have `enterprise`.
        default tier: TwitterTier = "tier", with_tier;
        /// Label of the Twitter dev environment; required, and used, only in the sandbox and premium tiers.
        ///
        /// At least 1 character. Read-only: not sent in requests.
        option env_name: String = "envName", read_only;
        /// Consumer key of the Twitter app.
        ///
        /// At least 1 character. Write-only: not in responses.
        option consumer_key: Secret = "consumerKey", with_consumer_key;
        /// Secret of the Twitter app's consumer key.
        ///
        /// At least 1 character. Write-only: not in responses.
        option consumer_secret: Secret = "consumerSecret", with_consumer_secret;
        /// Access token key that the user granted through OAuth.
        ///
        /// At least 1 character. Write-only: not in responses.
        option access_token_key: Secret = "accessTokenKey", with_access_token_key;
        /// Access token secret that the user granted through OAuth.
        ///
        /// At least 1 character. Write-only: not in responses.
        option access_token_secret: Secret = "accessTokenSecret", with_access_token_secret;
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

    tag "type" = "twitter"

    new(tier: TwitterTier, consumer_key: Secret, consumer_secret: Secret, access_token_key: Secret, access_token_secret: Secret)
}
