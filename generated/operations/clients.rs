// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `CreateClient`; see [`ApiClient::create_client`].
#[derive(Debug, Clone, Copy)]
pub enum CreateClient {}

impl Sealed for CreateClient {}

impl Operation for CreateClient {
    const NAME: &'static str = "CreateClient";

    type Output = ClientResponse;
}

impl Endpoint for CreateClient {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/clients";
}

impl Call<CreateClient> {
    /// ID of the brand; required to look up a brand-separated user by `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.query_parameter("brandId", Style::Form, &Into::<String>::into(brand_id))
    }
}

/// Marker type for `ListClients`; see [`ApiClient::list_clients`].
#[derive(Debug, Clone, Copy)]
pub enum ListClients {}

impl Sealed for ListClients {}

impl Operation for ListClients {
    const NAME: &'static str = "ListClients";

    type Output = ClientListResponse;
}

impl Endpoint for ListClients {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/clients";
}

impl Listing for ListClients {}

impl Paginated for ListClients {}

impl PageSize for ListClients {
    const MIN: u32 = 1;
    const MAX: u32 = 100;

    const DEFAULT: Option<u32> = Some(25);
}

impl Call<ListClients> {
    /// ID of the brand; required to look up a brand-separated user by `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.query_parameter("brandId", Style::Form, &Into::<String>::into(brand_id))
    }
}

/// Marker type for `RemoveClient`; see [`ApiClient::remove_client`].
#[derive(Debug, Clone, Copy)]
pub enum RemoveClient {}

impl Sealed for RemoveClient {}

impl Operation for RemoveClient {
    const NAME: &'static str = "RemoveClient";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for RemoveClient {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/clients/{clientId}";
}

impl Call<RemoveClient> {
    /// ID of the brand; required to look up a brand-separated user by `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.query_parameter("brandId", Style::Form, &Into::<String>::into(brand_id))
    }
}

/// # Clients
impl ApiClient {
    /// Creates a client and links it to the channel that `matchCriteria.type` names.
    ///
    /// A new client has the status `pending`. The webhooks `client:add`, `client:update` and
    /// `client:removed` report the progress of the link. See the guide on [channel
    /// transfer](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/channel-transfer/).
    ///
    /// `POST /v2/apps/{appId}/users/{userIdOrExternalId}/clients`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `.brand_id(…)`: ID of the brand; required to look up a brand-separated user by `externalId` or
    ///   identity.
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `201`: The new client.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::{
    ///     ClientConfirmationType, ClientCreate, ClientTarget, MatchCriteriaWhatsApp,
    /// };
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = ClientCreate::new(
    ///     MatchCriteriaWhatsApp::new("6b1f03c92d7a4e58f0c6a913", "+15550104"),
    ///     ClientConfirmationType::Immediate,
    ///     ClientTarget::new("c83d1f60a7e2495bb0d4176e"),
    /// );
    /// let response = api
    ///     .create_client("64f1a09be37c5d2218bb7046", "6b21f0c4d97e3a58810cde47", &body)
    ///     .send()?;
    /// println!("{}", response.client.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("create client", "CreateClient", "link channel", "transfer", "phone number"))]
    #[inline]
    pub fn create_client(
        &self,
        app_id: impl AsId<kind::App>,
        user_id_or_external_id: impl AsId<kind::User>,
        body: &ClientCreate,
    ) -> Call<CreateClient> {
        self.call(&[("appId", app_id.as_id()), ("userIdOrExternalId", user_id_or_external_id.as_id())]).json_body(body)
    }

    /// Lists every client of a user, linked or still pending.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/users/:userId/clients?page[after]=b6e2079fd41c8a53069e7d1f
    /// ```
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}/clients`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`send`](Call::send) returns one page, and [`iter`](Call::iter) iterates over all items.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `.brand_id(…)`: ID of the brand; required to look up a brand-separated user by `externalId` or
    ///   identity.
    ///
    /// # Responses
    ///
    /// - `200`: One page of clients.
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
    /// for client in api.list_clients("64f1a09be37c5d2218bb7046", "6b21f0c4d97e3a58810cde47").iter() {
    ///     println!("{}", client?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list clients", "ListClients"))]
    #[inline]
    pub fn list_clients(
        &self,
        app_id: impl AsId<kind::App>,
        user_id_or_external_id: impl AsId<kind::User>,
    ) -> Call<ListClients> {
        self.call(&[("appId", app_id.as_id()), ("userIdOrExternalId", user_id_or_external_id.as_id())])
    }

    /// Removes a client and ends its subscription to every conversation that it is connected to.
    ///
    /// `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/clients/{clientId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `client_id`: ID of the client.
    /// - `.brand_id(…)`: ID of the brand; required to look up a brand-separated user by `externalId` or
    ///   identity.
    ///
    /// # Responses
    ///
    /// - `200`: The client is removed.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
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
    /// api
    ///     .remove_client("64f1a09be37c5d2218bb7046", "6b21f0c4d97e3a58810cde47", "80c7e5a2b61f4d3997d2e40b")
    ///     .send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("remove client", "RemoveClient", "unlink", "disconnect"))]
    #[inline]
    pub fn remove_client(
        &self,
        app_id: impl AsId<kind::App>,
        user_id_or_external_id: impl AsId<kind::User>,
        client_id: impl AsId<kind::Client>,
    ) -> Call<RemoveClient> {
        self.call(&[
            ("appId", app_id.as_id()),
            ("userIdOrExternalId", user_id_or_external_id.as_id()),
            ("clientId", client_id.as_id()),
        ])
    }
}

/// # Clients
impl AppClient {
    /// Creates a client and links it to the channel that `matchCriteria.type` names.
    ///
    /// A new client has the status `pending`. The webhooks `client:add`, `client:update` and
    /// `client:removed` report the progress of the link. See the guide on [channel
    /// transfer](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/channel-transfer/).
    ///
    /// `POST /v2/apps/{appId}/users/{userIdOrExternalId}/clients`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::create_client`] documents parameters, responses and errors, and has an example.
    #[doc(alias("create client", "CreateClient", "link channel", "transfer", "phone number"))]
    #[inline]
    pub fn create_client(
        &self,
        user_id_or_external_id: impl AsId<kind::User>,
        body: &ClientCreate,
    ) -> Call<CreateClient> {
        self.client().create_client(self.id(), user_id_or_external_id, body)
    }

    /// Lists every client of a user, linked or still pending.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/users/:userId/clients?page[after]=b6e2079fd41c8a53069e7d1f
    /// ```
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}/clients`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::list_clients`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list clients", "ListClients"))]
    #[inline]
    pub fn list_clients(&self, user_id_or_external_id: impl AsId<kind::User>) -> Call<ListClients> {
        self.client().list_clients(self.id(), user_id_or_external_id)
    }

    /// Removes a client and ends its subscription to every conversation that it is connected to.
    ///
    /// `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/clients/{clientId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::remove_client`] documents parameters, responses and errors, and has an example.
    #[doc(alias("remove client", "RemoveClient", "unlink", "disconnect"))]
    #[inline]
    pub fn remove_client(
        &self,
        user_id_or_external_id: impl AsId<kind::User>,
        client_id: impl AsId<kind::Client>,
    ) -> Call<RemoveClient> {
        self.client().remove_client(self.id(), user_id_or_external_id, client_id)
    }
}
