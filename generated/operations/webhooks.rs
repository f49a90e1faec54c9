// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `CreateWebhook`: [`ApiClient::create_webhook`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum CreateWebhook {}

impl Operation for CreateWebhook {
    const NAME: &'static str = "CreateWebhook";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/webhooks";
    type Output = WebhookResponse;
}

/// The operation `DeleteWebhook`: [`ApiClient::delete_webhook`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteWebhook {}

impl Operation for DeleteWebhook {
    const NAME: &'static str = "DeleteWebhook";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `GetWebhook`: [`ApiClient::get_webhook`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum GetWebhook {}

impl Operation for GetWebhook {
    const NAME: &'static str = "GetWebhook";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}";
    type Output = WebhookResponse;
}

/// The operation `ListWebhooks`: [`ApiClient::list_webhooks`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListWebhooks {}

impl Operation for ListWebhooks {
    const NAME: &'static str = "ListWebhooks";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/webhooks";
    type Output = WebhookListResponse;
}

/// The operation `UpdateWebhook`: [`ApiClient::update_webhook`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum UpdateWebhook {}

impl Operation for UpdateWebhook {
    const NAME: &'static str = "UpdateWebhook";
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}";
    type Output = WebhookResponse;
}

/// # Webhooks
impl ApiClient {
    /// Creates a webhook for a custom integration or a Sunshine Conversations Connect integration.
    ///
    /// `POST /v2/apps/{appId}/integrations/{integrationId}/webhooks`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `body`: what to send, a [`WebhookCreateBody`].
    ///
    /// # Answers
    ///
    /// - `201`: The new webhook.
    /// - `400`: The request is not valid.
    /// - `403`: The caller is not allowed to do this.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: WebhookCreateBody) -> Result<()> {
    /// let answer = api.create_webhook("appId", "integrationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_webhook(&self, app_id: &str, integration_id: &str, body: &WebhookCreateBody) -> Call<CreateWebhook> {
        self.call(&[("appId", app_id), ("integrationId", integration_id)]).with_json(body)
    }

    /// Deletes a webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `DELETE /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `webhook_id`: ID of the webhook.
    ///
    /// # Answers
    ///
    /// - `200`: The webhook is deleted.
    /// - `404`: No such webhook.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_webhook("appId", "integrationId", "webhookId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_webhook(&self, app_id: &str, integration_id: &str, webhook_id: &str) -> Call<DeleteWebhook> {
        self.call(&[("appId", app_id), ("integrationId", integration_id), ("webhookId", webhook_id)])
    }

    /// Fetches one webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `webhook_id`: ID of the webhook.
    ///
    /// # Answers
    ///
    /// - `200`: The webhook.
    /// - `404`: No such webhook.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.get_webhook("appId", "integrationId", "webhookId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_webhook(&self, app_id: &str, integration_id: &str, webhook_id: &str) -> Call<GetWebhook> {
        self.call(&[("appId", app_id), ("integrationId", integration_id), ("webhookId", webhook_id)])
    }

    /// Lists every webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    ///
    /// # Answers
    ///
    /// - `200`: The webhooks.
    /// - `403`: The caller is not allowed to do this.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.list_webhooks("appId", "integrationId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_webhooks(&self, app_id: &str, integration_id: &str) -> Call<ListWebhooks> {
        self.call(&[("appId", app_id), ("integrationId", integration_id)])
    }

    /// Changes a webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `PATCH /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `webhook_id`: ID of the webhook.
    /// - `body`: what to send, a [`WebhookBody`].
    ///
    /// # Answers
    ///
    /// - `200`: The updated webhook.
    /// - `400`: The request is not valid.
    /// - `404`: No such webhook.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: WebhookBody) -> Result<()> {
    /// let answer = api.update_webhook("appId", "integrationId", "webhookId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update_webhook(
        &self,
        app_id: &str,
        integration_id: &str,
        webhook_id: &str,
        body: &WebhookBody,
    ) -> Call<UpdateWebhook> {
        self.call(&[("appId", app_id), ("integrationId", integration_id), ("webhookId", webhook_id)]).with_json(body)
    }
}
