// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A custom integration.
    ///
    /// Variant of [`Integration`].
    pub struct CustomIntegration {
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
        /// Webhooks that belong to the custom integration.
        ///
        /// Exactly 1 item.
        default webhooks: [Webhook] = "webhooks", with_webhooks;
    }

    tag "type" = "custom"

    new(webhooks: [Webhook])
}
