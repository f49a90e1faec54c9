// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `CreateIntegration`; see [`ApiClient::create_integration`].
#[derive(Debug, Clone, Copy)]
pub enum CreateIntegration {}

impl Sealed for CreateIntegration {}

impl Operation for CreateIntegration {
    const NAME: &'static str = "CreateIntegration";

    type Output = IntegrationResponse;
}

impl Endpoint for CreateIntegration {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/integrations";
}

/// Marker type for `ListIntegrations`; see [`ApiClient::list_integrations`].
#[derive(Debug, Clone, Copy)]
pub enum ListIntegrations {}

impl Sealed for ListIntegrations {}

impl Operation for ListIntegrations {
    const NAME: &'static str = "ListIntegrations";

    type Output = IntegrationListResponse;
}

impl Endpoint for ListIntegrations {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations";
}

impl Listing for ListIntegrations {}

impl Paginated for ListIntegrations {}

impl PageSize for ListIntegrations {
    const MIN: u32 = 1;
    const MAX: u32 = 100;

    const DEFAULT: Option<u32> = Some(25);
}

impl Call<ListIntegrations> {
    /// Filters on the results.
    pub fn filter(self, filter: &IntegrationListFilter) -> Self {
        self.query_parameter("filter", Style::Deep, filter)
    }
}

/// Marker type for `GetIntegration`; see [`ApiClient::get_integration`].
#[derive(Debug, Clone, Copy)]
pub enum GetIntegration {}

impl Sealed for GetIntegration {}

impl Operation for GetIntegration {
    const NAME: &'static str = "GetIntegration";

    type Output = IntegrationResponse;
}

impl Endpoint for GetIntegration {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}";
}

/// Marker type for `UpdateIntegration`; see [`ApiClient::update_integration`].
#[derive(Debug, Clone, Copy)]
pub enum UpdateIntegration {}

impl Sealed for UpdateIntegration {}

impl Operation for UpdateIntegration {
    const NAME: &'static str = "UpdateIntegration";

    type Output = IntegrationResponse;
}

impl Endpoint for UpdateIntegration {
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}";
}

/// Marker type for `DeleteIntegration`; see [`ApiClient::delete_integration`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteIntegration {}

impl Sealed for DeleteIntegration {}

impl Operation for DeleteIntegration {
    const NAME: &'static str = "DeleteIntegration";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteIntegration {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}";
}

/// # Integrations
impl ApiClient {
    /// Creates an integration, which connects an app to a front-end messaging channel. One of type `custom`
    /// makes it possible to create webhooks.
    ///
    /// `POST /v2/apps/{appId}/integrations`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `201`: The new integration.
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
    /// use sunshine_conversations::models::{CustomIntegration, Integration, Trigger, Webhook};
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = Integration::from(CustomIntegration::new([Webhook::new(
    ///     "https://bot.example.org/events",
    ///     [Trigger::ConversationMessage, Trigger::ConversationRead],
    /// )]));
    /// let response = api.create_integration("64f1a09be37c5d2218bb7046", &body).send()?;
    /// println!("{}", response.integration.id());
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("create integration", "CreateIntegration", "channel", "connect"))]
    #[inline]
    pub fn create_integration(&self, app_id: impl AsId<kind::App>, body: &Integration) -> Call<CreateIntegration> {
        self.call(&[("appId", app_id.as_id())]).json_body(body)
    }

    /// Lists the integrations that are available.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/integrations?page[after]=d17a4c93e50b68f2a4e9c03d&page[size]=10&filter[types]=custom,web
    /// ```
    ///
    /// `GET /v2/apps/{appId}/integrations`
    ///
    /// Credentials: app or account key.
    ///
    /// [`send`](Call::send) returns one page, and [`iter`](Call::iter) iterates over all items.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `.filter(…)`: Filters on the results.
    ///
    /// # Responses
    ///
    /// - `200`: One page of integrations.
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
    /// for integration in api.list_integrations("64f1a09be37c5d2218bb7046").iter() {
    ///     println!("{}", integration?.id());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list integrations", "ListIntegrations"))]
    #[inline]
    pub fn list_integrations(&self, app_id: impl AsId<kind::App>) -> Call<ListIntegrations> {
        self.call(&[("appId", app_id.as_id())])
    }

    /// Fetches one integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    ///
    /// # Responses
    ///
    /// - `200`: The integration.
    ///
    /// # Errors
    ///
    /// - `404`: The integration doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let response = api.get_integration("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90").send()?;
    /// println!("{}", response.integration.id());
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("get integration", "GetIntegration"))]
    #[inline]
    pub fn get_integration(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
    ) -> Call<GetIntegration> {
        self.call(&[("appId", app_id.as_id()), ("integrationId", integration_id.as_id())])
    }

    /// Updates an integration. Only some fields can be updated; to change others, delete the integration
    /// and create another one.
    ///
    /// `PATCH /v2/apps/{appId}/integrations/{integrationId}`
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
    /// - `200`: The updated integration.
    ///
    /// # Errors
    ///
    /// - `404`: The integration doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::{CustomIntegrationUpdate, IntegrationUpdate};
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = IntegrationUpdate::from(CustomIntegrationUpdate::new()
    ///     .with_display_name("Support line"));
    /// let response = api
    ///     .update_integration("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90", &body)
    ///     .send()?;
    /// println!("{}", response.integration.id());
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("update integration", "UpdateIntegration"))]
    #[inline]
    pub fn update_integration(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
        body: &IntegrationUpdate,
    ) -> Call<UpdateIntegration> {
        self.call(&[("appId", app_id.as_id()), ("integrationId", integration_id.as_id())]).json_body(body)
    }

    /// Deletes one integration.
    ///
    /// `DELETE /v2/apps/{appId}/integrations/{integrationId}`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    ///
    /// # Responses
    ///
    /// - `200`: The integration is deleted.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
    /// - `404`: The integration doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_integration("64f1a09be37c5d2218bb7046", "58e6c2b7091df4a3312c8e90").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete integration", "DeleteIntegration"))]
    #[inline]
    pub fn delete_integration(
        &self,
        app_id: impl AsId<kind::App>,
        integration_id: impl AsId<kind::Integration>,
    ) -> Call<DeleteIntegration> {
        self.call(&[("appId", app_id.as_id()), ("integrationId", integration_id.as_id())])
    }
}

/// # Integrations
impl AppClient {
    /// Creates an integration, which connects an app to a front-end messaging channel. One of type `custom`
    /// makes it possible to create webhooks.
    ///
    /// `POST /v2/apps/{appId}/integrations`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::create_integration`] documents parameters, responses and errors, and has an example.
    #[doc(alias("create integration", "CreateIntegration", "channel", "connect"))]
    #[inline]
    pub fn create_integration(&self, body: &Integration) -> Call<CreateIntegration> {
        self.client().create_integration(self.id(), body)
    }

    /// Lists the integrations that are available.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/integrations?page[after]=d17a4c93e50b68f2a4e9c03d&page[size]=10&filter[types]=custom,web
    /// ```
    ///
    /// `GET /v2/apps/{appId}/integrations`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::list_integrations`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list integrations", "ListIntegrations"))]
    #[inline]
    pub fn list_integrations(&self) -> Call<ListIntegrations> {
        self.client().list_integrations(self.id())
    }

    /// Fetches one integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::get_integration`] documents parameters, responses and errors, and has an example.
    #[doc(alias("get integration", "GetIntegration"))]
    #[inline]
    pub fn get_integration(&self, integration_id: impl AsId<kind::Integration>) -> Call<GetIntegration> {
        self.client().get_integration(self.id(), integration_id)
    }

    /// Updates an integration. Only some fields can be updated; to change others, delete the integration
    /// and create another one.
    ///
    /// `PATCH /v2/apps/{appId}/integrations/{integrationId}`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::update_integration`] documents parameters, responses and errors, and has an example.
    #[doc(alias("update integration", "UpdateIntegration"))]
    #[inline]
    pub fn update_integration(
        &self,
        integration_id: impl AsId<kind::Integration>,
        body: &IntegrationUpdate,
    ) -> Call<UpdateIntegration> {
        self.client().update_integration(self.id(), integration_id, body)
    }

    /// Deletes one integration.
    ///
    /// `DELETE /v2/apps/{appId}/integrations/{integrationId}`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::delete_integration`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete integration", "DeleteIntegration"))]
    #[inline]
    pub fn delete_integration(&self, integration_id: impl AsId<kind::Integration>) -> Call<DeleteIntegration> {
        self.client().delete_integration(self.id(), integration_id)
    }
}
