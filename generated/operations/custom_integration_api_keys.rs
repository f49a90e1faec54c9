// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `CreateCustomIntegrationKey`: [`ApiClient::create_custom_integration_key`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum CreateCustomIntegrationKey {}

impl Operation for CreateCustomIntegrationKey {
    const NAME: &'static str = "CreateCustomIntegrationKey";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/keys";
    type Output = IntegrationKeyResponse;
}

/// The operation `DeleteCustomIntegrationKey`: [`ApiClient::delete_custom_integration_key`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteCustomIntegrationKey {}

impl Operation for DeleteCustomIntegrationKey {
    const NAME: &'static str = "DeleteCustomIntegrationKey";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `GetCustomIntegrationKey`: [`ApiClient::get_custom_integration_key`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum GetCustomIntegrationKey {}

impl Operation for GetCustomIntegrationKey {
    const NAME: &'static str = "GetCustomIntegrationKey";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}";
    type Output = IntegrationKeyResponse;
}

/// The operation `ListCustomIntegrationKeys`: [`ApiClient::list_custom_integration_keys`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListCustomIntegrationKeys {}

impl Operation for ListCustomIntegrationKeys {
    const NAME: &'static str = "ListCustomIntegrationKeys";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/keys";
    type Output = IntegrationKeyListResponse;
}

/// # CustomIntegrationApiKeys
impl ApiClient {
    /// Creates an API key for a custom integration.
    ///
    /// The response has the id and the secret of the key. With the two, a caller can sign JSON Web Tokens
    /// and so make secure calls for the integration.
    ///
    /// `POST /v2/apps/{appId}/integrations/{integrationId}/keys`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `body`: what to send, a [`IntegrationKeyCreateBody`].
    ///
    /// # Answers
    ///
    /// - `201`: The new key.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: IntegrationKeyCreateBody) -> Result<()> {
    /// let answer = api.create_custom_integration_key("appId", "integrationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_custom_integration_key(
        &self,
        app_id: &str,
        integration_id: &str,
        body: &IntegrationKeyCreateBody,
    ) -> Call<CreateCustomIntegrationKey> {
        self.call(&[("appId", app_id), ("integrationId", integration_id)]).with_json(body)
    }

    /// Deletes an API key.
    ///
    /// `DELETE /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `key_id`: ID of the key.
    ///
    /// # Answers
    ///
    /// - `200`: The key is deleted.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_custom_integration_key("appId", "integrationId", "keyId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_custom_integration_key(
        &self,
        app_id: &str,
        integration_id: &str,
        key_id: &str,
    ) -> Call<DeleteCustomIntegrationKey> {
        self.call(&[("appId", app_id), ("integrationId", integration_id), ("keyId", key_id)])
    }

    /// Fetches one API key.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `key_id`: ID of the key.
    ///
    /// # Answers
    ///
    /// - `200`: The key.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.get_custom_integration_key("appId", "integrationId", "keyId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_custom_integration_key(
        &self,
        app_id: &str,
        integration_id: &str,
        key_id: &str,
    ) -> Call<GetCustomIntegrationKey> {
        self.call(&[("appId", app_id), ("integrationId", integration_id), ("keyId", key_id)])
    }

    /// Lists every API key of an integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/keys`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    ///
    /// # Answers
    ///
    /// - `200`: The keys.
    /// - `400`: The request is not valid.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.list_custom_integration_keys("appId", "integrationId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_custom_integration_keys(&self, app_id: &str, integration_id: &str) -> Call<ListCustomIntegrationKeys> {
        self.call(&[("appId", app_id), ("integrationId", integration_id)])
    }
}
