// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`update_webhook`](crate::ApiClient::update_webhook).
    pub struct WebhookUpdateBody {
        /// URL that is called whenever the webhook is triggered.
        option target: SecretUrl = "target", with_target;
        /// Triggers to which the integration is subscribed; case-sensitive.
        ///
        /// See the [list of
        /// triggers](https://developer.zendesk.com/api-reference/conversations/#section/Webhook-Triggers).
        option triggers: [Trigger] = "triggers", with_triggers;
        /// Whether the payload of an event about a specific user carries that user's complete schema.
        ///
        /// Defaults to `false`.
        option include_full_user: bool = "includeFullUser", with_include_full_user;
        /// Whether webhook payloads contain the client and device objects, if they apply.
        ///
        /// Defaults to `false`.
        option include_full_source: bool = "includeFullSource", with_include_full_source;
    }

    new()
}

body_of! { Webhook => WebhookUpdateBody }
