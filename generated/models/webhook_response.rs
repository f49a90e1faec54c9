// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`create_webhook`](crate::ApiClient::create_webhook),
    /// [`get_webhook`](crate::ApiClient::get_webhook) and
    /// [`update_webhook`](crate::ApiClient::update_webhook).
    pub struct WebhookResponse {
        /// The webhook.
        required webhook: Webhook = "webhook";
    }
}
