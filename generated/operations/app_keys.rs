// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `CreateAppKey`: [`ApiClient::create_app_key`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum CreateAppKey {}

impl Operation for CreateAppKey {
    const NAME: &'static str = "CreateAppKey";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/keys";
    type Output = AppKeyResponse;
}

/// The operation `DeleteAppKey`: [`ApiClient::delete_app_key`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteAppKey {}

impl Operation for DeleteAppKey {
    const NAME: &'static str = "DeleteAppKey";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/keys/{keyId}";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `GetAppKey`: [`ApiClient::get_app_key`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum GetAppKey {}

impl Operation for GetAppKey {
    const NAME: &'static str = "GetAppKey";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/keys/{keyId}";
    type Output = AppKeyResponse;
}

/// The operation `ListAppKeys`: [`ApiClient::list_app_keys`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListAppKeys {}

impl Operation for ListAppKeys {
    const NAME: &'static str = "ListAppKeys";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/keys";
    type Output = AppKeyListResponse;
}

/// # AppKeys
impl ApiClient {
    /// Creates an API key for an app.
    ///
    /// The response has the id and the secret of the key. With the two, a caller can sign JSON Web Tokens
    /// and so make secure calls for the app.
    ///
    /// `POST /v2/apps/{appId}/keys`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `body`: what to send, a [`AppKeyCreateBody`].
    ///
    /// # Answers
    ///
    /// - `201`: The new key.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: AppKeyCreateBody) -> Result<()> {
    /// let answer = api.create_app_key("appId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_app_key(&self, app_id: &str, body: &AppKeyCreateBody) -> Call<CreateAppKey> {
        self.call(&[("appId", app_id)]).with_json(body)
    }

    /// Deletes an API key.
    ///
    /// `DELETE /v2/apps/{appId}/keys/{keyId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `key_id`: ID of the key.
    ///
    /// # Answers
    ///
    /// - `200`: The key is deleted.
    /// - `404`: No such key.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_app_key("appId", "keyId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_app_key(&self, app_id: &str, key_id: &str) -> Call<DeleteAppKey> {
        self.call(&[("appId", app_id), ("keyId", key_id)])
    }

    /// Fetches one API key.
    ///
    /// `GET /v2/apps/{appId}/keys/{keyId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `key_id`: ID of the key.
    ///
    /// # Answers
    ///
    /// - `200`: The key.
    /// - `404`: No such key.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.get_app_key("appId", "keyId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_app_key(&self, app_id: &str, key_id: &str) -> Call<GetAppKey> {
        self.call(&[("appId", app_id), ("keyId", key_id)])
    }

    /// Lists every API key of an app.
    ///
    /// `GET /v2/apps/{appId}/keys`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    ///
    /// # Answers
    ///
    /// - `200`: The keys.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.list_app_keys("appId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_app_keys(&self, app_id: &str) -> Call<ListAppKeys> {
        self.call(&[("appId", app_id)])
    }
}
