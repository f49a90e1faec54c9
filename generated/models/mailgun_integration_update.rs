// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Changes to a Mailgun integration.
    ///
    /// Used in [`IntegrationUpdate`].
    pub struct MailgunIntegrationUpdate {
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
        patch from_address: String = "fromAddress", with_from_address, clear_from_address;
    }

    new()

    also fits
}

body_of! { MailgunIntegration => MailgunIntegrationUpdate }
