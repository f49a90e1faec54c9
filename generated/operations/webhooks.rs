// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `CreateWebhook`; see [`ApiClient::create_webhook`].
#[derive(Debug, Clone, Copy)]
pub enum CreateWebhook {}

impl Sealed for CreateWebhook {}

impl Operation for CreateWebhook {
    const NAME: &'static str = "CreateWebhook";

    type Output = WebhookResponse;
}

impl Endpoint for CreateWebhook {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/webhooks";
}

/// Marker type for `ListWebhooks`; see [`ApiClient::list_webhooks`].
#[derive(Debug, Clone, Copy)]
pub enum ListWebhooks {}

impl Sealed for ListWebhooks {}

impl Operation for ListWebhooks {
    const NAME: &'static str = "ListWebhooks";

    type Output = WebhookListResponse;
}

impl Endpoint for ListWebhooks {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/webhooks";
}

impl Listing for ListWebhooks {}

/// Marker type for `GetWebhook`; see [`ApiClient::get_webhook`].
#[derive(Debug, Clone, Copy)]
pub enum GetWebhook {}

impl Sealed for GetWebhook {}

impl Operation for GetWebhook {
    const NAME: &'static str = "GetWebhook";

    type Output = WebhookResponse;
}

impl Endpoint for GetWebhook {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}";
}

/// Marker type for `UpdateWebhook`; see [`ApiClient::update_webhook`].
#[derive(Debug, Clone, Copy)]
pub enum UpdateWebhook {}

impl Sealed for UpdateWebhook {}

impl Operation for UpdateWebhook {
    const NAME: &'static str = "UpdateWebhook";

    type Output = WebhookResponse;
}

impl Endpoint for UpdateWebhook {
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}";
}

/// Marker type for `DeleteWebhook`; see [`ApiClient::delete_webhook`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteWebhook {}

impl Sealed for DeleteWebhook {}

impl Operation for DeleteWebhook {
    const NAME: &'static str = "DeleteWebhook";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteWebhook {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}";
}

/// # Webhooks
impl ApiClient {
    /// Creates a webhook for a custom integration or a Sunshine Conversations Connect integration.
    ///
    /// `POST /v2/apps/{appId}/integrations/{integrationId}/webhooks`
    ///
    /// Credentials: integration or app key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `201`: The new webhook.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
    /// - `403`: The caller is not allowed to do this.
    /// - `404`: Not found.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::{Trigger, WebhookCreateBody};
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = WebhookCreateBody::new(
    ///     "https://bot.example.org/events",
    ///     [Trigger::ConversationMessage, Trigger::ConversationRead],
    /// );
    /// let response = api
    ///     .create_webhook("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90", &body)
    ///     .send()?;
    /// println!("{}", response.webhook.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("create webhook", "CreateWebhook", "subscribe", "callback", "notification"))]
    #[inline]
    pub fn create_webhook(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
        body: &WebhookCreateBody,
    ) -> Call<CreateWebhook> {
        self.call(&[("appId", app_id.as_id()), ("integrationId", integration_id.as_id())]).json_body(body)
    }

    /// Lists every webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks`
    ///
    /// Credentials: integration or app key.
    ///
    /// [`send`](Call::send) returns the list, and [`iter`](Call::iter) iterates over its items.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    ///
    /// # Responses
    ///
    /// - `200`: The webhooks.
    ///
    /// # Errors
    ///
    /// - `403`: The caller is not allowed to do this.
    /// - `404`: Not found.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// for webhook in api.list_webhooks("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90").iter() {
    ///     println!("{}", webhook?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list webhooks", "ListWebhooks"))]
    #[inline]
    pub fn list_webhooks(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
    ) -> Call<ListWebhooks> {
        self.call(&[("appId", app_id.as_id()), ("integrationId", integration_id.as_id())])
    }

    /// Fetches one webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`
    ///
    /// Credentials: integration or app key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `webhook_id`: ID of the webhook.
    ///
    /// # Responses
    ///
    /// - `200`: The webhook.
    ///
    /// # Errors
    ///
    /// - `404`: The webhook doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let response = api
    ///     .get_webhook("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90", "93ad4f1c60b82e7755f0c3d1")
    ///     .send()?;
    /// println!("{}", response.webhook.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("get webhook", "GetWebhook"))]
    #[inline]
    pub fn get_webhook(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
        webhook_id: impl AsId<kind::Webhook>,
    ) -> Call<GetWebhook> {
        self.call(&[
            ("appId", app_id.as_id()),
            ("integrationId", integration_id.as_id()),
            ("webhookId", webhook_id.as_id()),
        ])
    }

    /// Updates a webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `PATCH /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`
    ///
    /// Credentials: integration or app key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `webhook_id`: ID of the webhook.
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `200`: The updated webhook.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
    /// - `404`: The webhook doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::WebhookUpdateBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = WebhookUpdateBody::new().with_target("https://bot.example.org/events");
    /// let response = api
    ///     .update_webhook("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90", "93ad4f1c60b82e7755f0c3d1", &body)
    ///     .send()?;
    /// println!("{}", response.webhook.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("update webhook", "UpdateWebhook", "subscribe"))]
    #[inline]
    pub fn update_webhook(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
        webhook_id: impl AsId<kind::Webhook>,
        body: &WebhookUpdateBody,
    ) -> Call<UpdateWebhook> {
        self.call(&[
            ("appId", app_id.as_id()),
            ("integrationId", integration_id.as_id()),
            ("webhookId", webhook_id.as_id()),
        ])
        .json_body(body)
    }

    /// Deletes a webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `DELETE /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`
    ///
    /// Credentials: integration or app key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `webhook_id`: ID of the webhook.
    ///
    /// # Responses
    ///
    /// - `200`: The webhook is deleted.
    ///
    /// # Errors
    ///
    /// - `404`: The webhook doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api
    ///     .delete_webhook("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90", "93ad4f1c60b82e7755f0c3d1")
    ///     .send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete webhook", "DeleteWebhook"))]
    #[inline]
    pub fn delete_webhook(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
        webhook_id: impl AsId<kind::Webhook>,
    ) -> Call<DeleteWebhook> {
        self.call(&[
            ("appId", app_id.as_id()),
            ("integrationId", integration_id.as_id()),
            ("webhookId", webhook_id.as_id()),
        ])
    }
}

/// # Webhooks
impl AppClient {
    /// Creates a webhook for a custom integration or a Sunshine Conversations Connect integration.
    ///
    /// `POST /v2/apps/{appId}/integrations/{integrationId}/webhooks`
    ///
    /// Credentials: integration or app key.
    ///
    /// [`ApiClient::create_webhook`] documents parameters, responses and errors, and has an example.
    #[doc(alias("create webhook", "CreateWebhook", "subscribe", "callback", "notification"))]
    #[inline]
    pub fn create_webhook(
        &self,
        integration_id: impl AsId<kind::Integration>,
        body: &WebhookCreateBody,
    ) -> Call<CreateWebhook> {
        self.client().create_webhook(self.id(), integration_id, body)
    }

    /// Lists every webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks`
    ///
    /// Credentials: integration or app key.
    ///
    /// [`ApiClient::list_webhooks`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list webhooks", "ListWebhooks"))]
    #[inline]
    pub fn list_webhooks(&self, integration_id: impl AsId<kind::Integration>) -> Call<ListWebhooks> {
        self.client().list_webhooks(self.id(), integration_id)
    }

    /// Fetches one webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`
    ///
    /// Credentials: integration or app key.
    ///
    /// [`ApiClient::get_webhook`] documents parameters, responses and errors, and has an example.
    #[doc(alias("get webhook", "GetWebhook"))]
    #[inline]
    pub fn get_webhook(
        &self,
        integration_id: impl AsId<kind::Integration>,
        webhook_id: impl AsId<kind::Webhook>,
    ) -> Call<GetWebhook> {
        self.client().get_webhook(self.id(), integration_id, webhook_id)
    }

    /// Updates a webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `PATCH /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`
    ///
    /// Credentials: integration or app key.
    ///
    /// [`ApiClient::update_webhook`] documents parameters, responses and errors, and has an example.
    #[doc(alias("update webhook", "UpdateWebhook", "subscribe"))]
    #[inline]
    pub fn update_webhook(
        &self,
        integration_id: impl AsId<kind::Integration>,
        webhook_id: impl AsId<kind::Webhook>,
        body: &WebhookUpdateBody,
    ) -> Call<UpdateWebhook> {
        self.client().update_webhook(self.id(), integration_id, webhook_id, body)
    }

    /// Deletes a webhook of a custom integration or of a Sunshine Conversations Connect integration.
    ///
    /// `DELETE /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`
    ///
    /// Credentials: integration or app key.
    ///
    /// [`ApiClient::delete_webhook`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete webhook", "DeleteWebhook"))]
    #[inline]
    pub fn delete_webhook(
        &self,
        integration_id: impl AsId<kind::Integration>,
        webhook_id: impl AsId<kind::Webhook>,
    ) -> Call<DeleteWebhook> {
        self.client().delete_webhook(self.id(), integration_id, webhook_id)
    }
}
