// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A webhook: the URL that events are delivered to, and the triggers that it subscribes to.
    ///
    /// Used in [`CustomIntegration`], [`WebhookListResponse`] and [`WebhookResponse`].
    pub struct Webhook {
        /// Unique id of the webhook.
        ///
        /// Read-only: not sent in requests.
        assigned id: WebhookId = "id";
        /// Version of the payload schema sent to this webhook: `v1`, `v1.1` or `v2`.
        ///
        /// Read-only: not sent in requests.
        option version: String = "version", read_only;
        /// URL that is called whenever the webhook is triggered.
        default target: SecretUrl = "target", with_target;
        /// Triggers to which the integration is subscribed; case-sensitive.
        ///
        /// See the [list of
        /// triggers](https://developer.zendesk.com/api-reference/conversations/#section/Webhook-Triggers).
        default triggers: [Trigger] = "triggers", with_triggers;
        /// Secret of the webhook, for verifying that requests are from the API.
        option secret: Secret = "secret", with_secret;
        /// Whether the payload of an event about a specific user carries that user's complete schema.
        ///
        /// Defaults to `false`.
        option include_full_user: bool = "includeFullUser", with_include_full_user;
        /// Whether webhook payloads contain the client and device objects, if they apply.
        ///
        /// Defaults to `false`.
        option include_full_source: bool = "includeFullSource", with_include_full_source;
    }

    new(target: SecretUrl, triggers: [Trigger])

    also blank
}
