// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`list_webhooks`](crate::ApiClient::list_webhooks).
    pub struct WebhookListResponse {
        /// The integration's webhooks.
        required webhooks: [Webhook] = "webhooks";
    }
}

page! { WebhookListResponse: Webhook in webhooks }
