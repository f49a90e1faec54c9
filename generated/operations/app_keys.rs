// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `CreateAppKey`; see [`ApiClient::create_app_key`].
#[derive(Debug, Clone, Copy)]
pub enum CreateAppKey {}

impl Sealed for CreateAppKey {}

impl Operation for CreateAppKey {
    const NAME: &'static str = "CreateAppKey";

    type Output = AppKeyResponse;
}

impl Endpoint for CreateAppKey {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/keys";
}

/// Marker type for `ListAppKeys`; see [`ApiClient::list_app_keys`].
#[derive(Debug, Clone, Copy)]
pub enum ListAppKeys {}

impl Sealed for ListAppKeys {}

impl Operation for ListAppKeys {
    const NAME: &'static str = "ListAppKeys";

    type Output = AppKeyListResponse;
}

impl Endpoint for ListAppKeys {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/keys";
}

impl Listing for ListAppKeys {}

/// Marker type for `GetAppKey`; see [`ApiClient::get_app_key`].
#[derive(Debug, Clone, Copy)]
pub enum GetAppKey {}

impl Sealed for GetAppKey {}

impl Operation for GetAppKey {
    const NAME: &'static str = "GetAppKey";

    type Output = AppKeyResponse;
}

impl Endpoint for GetAppKey {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/keys/{keyId}";
}

/// Marker type for `DeleteAppKey`; see [`ApiClient::delete_app_key`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteAppKey {}

impl Sealed for DeleteAppKey {}

impl Operation for DeleteAppKey {
    const NAME: &'static str = "DeleteAppKey";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteAppKey {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/keys/{keyId}";
}

/// # App Keys
impl ApiClient {
    /// Creates an API key for an app.
    ///
    /// The response contains the key's ID and secret. A caller can sign JSON Web Tokens with them and make
    /// secure calls for the app.
    ///
    /// `POST /v2/apps/{appId}/keys`
    ///
    /// Credentials: account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
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
    /// use sunshine_conversations::models::AppKeyCreateBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = AppKeyCreateBody::new("Reporting");
    /// let response = api.create_app_key("64f1a09be37c5d2218bb7046", &body).send()?;
    /// println!("{}", response.key.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("create app key", "CreateAppKey", "api key", "credentials", "token"))]
    #[inline]
    pub fn create_app_key(&self, app_id: impl AsId<kind::App>, body: &AppKeyCreateBody) -> Call<CreateAppKey> {
        self.call(&[("appId", app_id.as_id())]).json_body(body)
    }

    /// Lists every API key of an app.
    ///
    /// `GET /v2/apps/{appId}/keys`
    ///
    /// Credentials: account key.
    ///
    /// [`send`](Call::send) returns the list, and [`iter`](Call::iter) iterates over its items.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    ///
    /// # Responses
    ///
    /// - `200`: The keys.
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
    /// for app_key in api.list_app_keys("64f1a09be37c5d2218bb7046").iter() {
    ///     println!("{}", app_key?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list app keys", "ListAppKeys"))]
    #[inline]
    pub fn list_app_keys(&self, app_id: impl AsId<kind::App>) -> Call<ListAppKeys> {
        self.call(&[("appId", app_id.as_id())])
    }

    /// Fetches one API key.
    ///
    /// `GET /v2/apps/{appId}/keys/{keyId}`
    ///
    /// Credentials: account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `key_id`: ID of the key.
    ///
    /// # Responses
    ///
    /// - `200`: The key.
    ///
    /// # Errors
    ///
    /// - `404`: The key doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let response = api.get_app_key("64f1a09be37c5d2218bb7046", "int_71c8d3e05a9f4b2266e0a91d").send()?;
    /// println!("{}", response.key.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("get app key", "GetAppKey"))]
    #[inline]
    pub fn get_app_key(&self, app_id: impl AsId<kind::App>, key_id: impl AsId<kind::AppKey>) -> Call<GetAppKey> {
        self.call(&[("appId", app_id.as_id()), ("keyId", key_id.as_id())])
    }

    /// Deletes an API key.
    ///
    /// `DELETE /v2/apps/{appId}/keys/{keyId}`
    ///
    /// Credentials: account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `key_id`: ID of the key.
    ///
    /// # Responses
    ///
    /// - `200`: The key is deleted.
    ///
    /// # Errors
    ///
    /// - `404`: The key doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_app_key("64f1a09be37c5d2218bb7046", "int_71c8d3e05a9f4b2266e0a91d").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete app key", "DeleteAppKey"))]
    #[inline]
    pub fn delete_app_key(&self, app_id: impl AsId<kind::App>, key_id: impl AsId<kind::AppKey>) -> Call<DeleteAppKey> {
        self.call(&[("appId", app_id.as_id()), ("keyId", key_id.as_id())])
    }
}

/// # App Keys
impl AppClient {
    /// Creates an API key for an app.
    ///
    /// The response contains the key's ID and secret. A caller can sign JSON Web Tokens with them and make
    /// secure calls for the app.
    ///
    /// `POST /v2/apps/{appId}/keys`
    ///
    /// Credentials: account key.
    ///
    /// [`ApiClient::create_app_key`] documents parameters, responses and errors, and has an example.
    #[doc(alias("create app key", "CreateAppKey", "api key", "credentials", "token"))]
    #[inline]
    pub fn create_app_key(&self, body: &AppKeyCreateBody) -> Call<CreateAppKey> {
        self.client().create_app_key(self.id(), body)
    }

    /// Lists every API key of an app.
    ///
    /// `GET /v2/apps/{appId}/keys`
    ///
    /// Credentials: account key.
    ///
    /// [`ApiClient::list_app_keys`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list app keys", "ListAppKeys"))]
    #[inline]
    pub fn list_app_keys(&self) -> Call<ListAppKeys> {
        self.client().list_app_keys(self.id())
    }

    /// Fetches one API key.
    ///
    /// `GET /v2/apps/{appId}/keys/{keyId}`
    ///
    /// Credentials: account key.
    ///
    /// [`ApiClient::get_app_key`] documents parameters, responses and errors, and has an example.
    #[doc(alias("get app key", "GetAppKey"))]
    #[inline]
    pub fn get_app_key(&self, key_id: impl AsId<kind::AppKey>) -> Call<GetAppKey> {
        self.client().get_app_key(self.id(), key_id)
    }

    /// Deletes an API key.
    ///
    /// `DELETE /v2/apps/{appId}/keys/{keyId}`
    ///
    /// Credentials: account key.
    ///
    /// [`ApiClient::delete_app_key`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete app key", "DeleteAppKey"))]
    #[inline]
    pub fn delete_app_key(&self, key_id: impl AsId<kind::AppKey>) -> Call<DeleteAppKey> {
        self.client().delete_app_key(self.id(), key_id)
    }
}
