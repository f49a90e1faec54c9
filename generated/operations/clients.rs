// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `CreateClient`: [`ApiClient::create_client`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum CreateClient {}

impl Operation for CreateClient {
    const NAME: &'static str = "CreateClient";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/clients";
    type Output = ClientResponse;
}

impl Call<CreateClient> {
    /// Query parameter `brandId`: ID of the brand; to be given when looking up a brand-separated user by
    /// `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.set("brandId", brand_id)
    }
}

/// The operation `ListClients`: [`ApiClient::list_clients`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListClients {}

impl Operation for ListClients {
    const NAME: &'static str = "ListClients";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/clients";
    type Output = ClientListResponse;
}

impl Paginated for ListClients {}

impl PageSize for ListClients {}

impl Call<ListClients> {
    /// Query parameter `brandId`: ID of the brand; to be given when looking up a brand-separated user by
    /// `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.set("brandId", brand_id)
    }
}

/// The operation `RemoveClient`: [`ApiClient::remove_client`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum RemoveClient {}

impl Operation for RemoveClient {
    const NAME: &'static str = "RemoveClient";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/clients/{clientId}";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

impl Call<RemoveClient> {
    /// Query parameter `brandId`: ID of the brand; to be given when looking up a brand-separated user by
    /// `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.set("brandId", brand_id)
    }
}

/// # Clients
impl ApiClient {
    /// Creates a client and links it to the channel that `matchCriteria.type` names.
    ///
    /// A new client has the status `pending`. The webhooks `client:add`, `client:update` and
    /// `client:removed` report how the linking goes on. More is in the guide on [channel
    /// transfer](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/channel-transfer/).
    ///
    /// `POST /v2/apps/{appId}/users/{userIdOrExternalId}/clients`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `body`: what to send, a [`ClientCreate`].
    /// - `.brand_id(…)`: ID of the brand; to be given when looking up a brand-separated user by `externalId`
    ///   or identity.
    ///
    /// # Answers
    ///
    /// - `201`: The new client.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: ClientCreate) -> Result<()> {
    /// let answer = api.create_client("appId", "userIdOrExternalId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_client(&self, app_id: &str, user_id_or_external_id: &str, body: &ClientCreate) -> Call<CreateClient> {
        self.call(&[("appId", app_id), ("userIdOrExternalId", user_id_or_external_id)]).with_json(body)
    }

    /// Lists every client of a user, linked or still pending.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/users/:userId/clients?page[after]=b6e2079fd41c8a53069e7d1f
    /// ```
    ///
    /// A listing: [`send`](Call::send) gives one page, [`iter`](Call::iter) every item,
    /// [`pages`](Call::pages) every page.
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}/clients`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `.brand_id(…)`: ID of the brand; to be given when looking up a brand-separated user by `externalId`
    ///   or identity.
    ///
    /// # Answers
    ///
    /// - `200`: One page of clients.
    /// - `400`: The request is not valid.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// for item in api.list_clients("appId", "userIdOrExternalId").iter() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_clients(&self, app_id: &str, user_id_or_external_id: &str) -> Call<ListClients> {
        self.call(&[("appId", app_id), ("userIdOrExternalId", user_id_or_external_id)])
    }

    /// Removes a client and ends its subscription to every conversation that it is connected to.
    ///
    /// `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/clients/{clientId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `client_id`: ID of the client.
    /// - `.brand_id(…)`: ID of the brand; to be given when looking up a brand-separated user by `externalId`
    ///   or identity.
    ///
    /// # Answers
    ///
    /// - `200`: The client is removed.
    /// - `400`: The request is not valid.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.remove_client("appId", "userIdOrExternalId", "clientId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn remove_client(&self, app_id: &str, user_id_or_external_id: &str, client_id: &str) -> Call<RemoveClient> {
        self.call(&[("appId", app_id), ("userIdOrExternalId", user_id_or_external_id), ("clientId", client_id)])
    }
}
