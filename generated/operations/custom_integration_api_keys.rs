// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `CreateCustomIntegrationKey`; see [`ApiClient::create_custom_integration_key`].
#[derive(Debug, Clone, Copy)]
pub enum CreateCustomIntegrationKey {}

impl Sealed for CreateCustomIntegrationKey {}

impl Operation for CreateCustomIntegrationKey {
    const NAME: &'static str = "CreateCustomIntegrationKey";

    type Output = IntegrationKeyResponse;
}

impl Endpoint for CreateCustomIntegrationKey {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/keys";
}

/// Marker type for `ListCustomIntegrationKeys`; see [`ApiClient::list_custom_integration_keys`].
#[derive(Debug, Clone, Copy)]
pub enum ListCustomIntegrationKeys {}

impl Sealed for ListCustomIntegrationKeys {}

impl Operation for ListCustomIntegrationKeys {
    const NAME: &'static str = "ListCustomIntegrationKeys";

    type Output = IntegrationKeyListResponse;
}

impl Endpoint for ListCustomIntegrationKeys {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/keys";
}

impl Listing for ListCustomIntegrationKeys {}

/// Marker type for `GetCustomIntegrationKey`; see [`ApiClient::get_custom_integration_key`].
#[derive(Debug, Clone, Copy)]
pub enum GetCustomIntegrationKey {}

impl Sealed for GetCustomIntegrationKey {}

impl Operation for GetCustomIntegrationKey {
    const NAME: &'static str = "GetCustomIntegrationKey";

    type Output = IntegrationKeyResponse;
}

impl Endpoint for GetCustomIntegrationKey {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}";
}

/// Marker type for `DeleteCustomIntegrationKey`; see [`ApiClient::delete_custom_integration_key`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteCustomIntegrationKey {}

impl Sealed for DeleteCustomIntegrationKey {}

impl Operation for DeleteCustomIntegrationKey {
    const NAME: &'static str = "DeleteCustomIntegrationKey";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteCustomIntegrationKey {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}";
}

/// # CustomIntegrationApiKeys
impl ApiClient {
    /// Creates an API key for a custom integration.
    ///
    /// The response contains the key's ID and secret. A caller can sign JSON Web Tokens with them and make
    /// secure calls for the integration.
    ///
    /// `POST /v2/apps/{appId}/integrations/{integrationId}/keys`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `201`: The new key.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::IntegrationKeyCreateBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = IntegrationKeyCreateBody::new("Analytical Engine key");
    /// let response = api
    ///     .create_custom_integration_key("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90", &body)
    ///     .send()?;
    /// println!("{}", response.key.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("create custom integration key", "CreateCustomIntegrationKey"))]
    #[inline]
    pub fn create_custom_integration_key(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
        body: &IntegrationKeyCreateBody,
    ) -> Call<CreateCustomIntegrationKey> {
        self.call(&[("appId", app_id.as_id()), ("integrationId", integration_id.as_id())]).json_body(body)
    }

    /// Lists every API key of an integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/keys`
    ///
    /// Credentials: app or account key.
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
    /// - `200`: The keys.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let listing = api.list_custom_integration_keys("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90");
    /// for integration_key in listing.iter() {
    ///     println!("{}", integration_key?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list custom integration keys", "ListCustomIntegrationKeys"))]
    #[inline]
    pub fn list_custom_integration_keys(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
    ) -> Call<ListCustomIntegrationKeys> {
        self.call(&[("appId", app_id.as_id()), ("integrationId", integration_id.as_id())])
    }

    /// Fetches one API key.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `key_id`: ID of the key.
    ///
    /// # Responses
    ///
    /// - `200`: The key.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let response = api
    ///     .get_custom_integration_key("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90", "int_71c8d3e05a9f4b2266e0a91d")
    ///     .send()?;
    /// println!("{}", response.key.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("get custom integration key", "GetCustomIntegrationKey"))]
    #[inline]
    pub fn get_custom_integration_key(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
        key_id: impl AsId<kind::IntegrationKey>,
    ) -> Call<GetCustomIntegrationKey> {
        self.call(&[("appId", app_id.as_id()), ("integrationId", integration_id.as_id()), ("keyId", key_id.as_id())])
    }

    /// Deletes an API key.
    ///
    /// `DELETE /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `key_id`: ID of the key.
    ///
    /// # Responses
    ///
    /// - `200`: The key is deleted.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api
    ///     .delete_custom_integration_key("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90", "int_71c8d3e05a9f4b2266e0a91d")
    ///     .send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete custom integration key", "DeleteCustomIntegrationKey"))]
    #[inline]
    pub fn delete_custom_integration_key(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
        key_id: impl AsId<kind::IntegrationKey>,
    ) -> Call<DeleteCustomIntegrationKey> {
        self.call(&[("appId", app_id.as_id()), ("integrationId", integration_id.as_id()), ("keyId", key_id.as_id())])
    }
}

/// # CustomIntegrationApiKeys
impl AppClient {
    /// Creates an API key for a custom integration.
    ///
    /// The response contains the key's ID and secret. A caller can sign JSON Web Tokens with them and make
    /// secure calls for the integration.
    ///
    /// `POST /v2/apps/{appId}/integrations/{integrationId}/keys`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::create_custom_integration_key`] documents parameters, responses and errors, and has an example.
    #[doc(alias("create custom integration key", "CreateCustomIntegrationKey"))]
    #[inline]
    pub fn create_custom_integration_key(
        &self,
        integration_id: impl AsId<kind::Integration>,
        body: &IntegrationKeyCreateBody,
    ) -> Call<CreateCustomIntegrationKey> {
        self.client().create_custom_integration_key(self.id(), integration_id, body)
    }

    /// Lists every API key of an integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/keys`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::list_custom_integration_keys`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list custom integration keys", "ListCustomIntegrationKeys"))]
    #[inline]
    pub fn list_custom_integration_keys(
        &self,
        integration_id: impl AsId<kind::Integration>,
    ) -> Call<ListCustomIntegrationKeys> {
        self.client().list_custom_integration_keys(self.id(), integration_id)
    }

    /// Fetches one API key.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::get_custom_integration_key`] documents parameters, responses and errors, and has an example.
    #[doc(alias("get custom integration key", "GetCustomIntegrationKey"))]
    #[inline]
    pub fn get_custom_integration_key(
        &self,
        integration_id: impl AsId<kind::Integration>,
        key_id: impl AsId<kind::IntegrationKey>,
    ) -> Call<GetCustomIntegrationKey> {
        self.client().get_custom_integration_key(self.id(), integration_id, key_id)
    }

    /// Deletes an API key.
    ///
    /// `DELETE /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::delete_custom_integration_key`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete custom integration key", "DeleteCustomIntegrationKey"))]
    #[inline]
    pub fn delete_custom_integration_key(
        &self,
        integration_id: impl AsId<kind::Integration>,
        key_id: impl AsId<kind::IntegrationKey>,
    ) -> Call<DeleteCustomIntegrationKey> {
        self.client().delete_custom_integration_key(self.id(), integration_id, key_id)
    }
}
