// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `CreateIntegration`: [`ApiClient::create_integration`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum CreateIntegration {}

impl Operation for CreateIntegration {
    const NAME: &'static str = "CreateIntegration";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/integrations";
    type Output = IntegrationResponse;
}

/// The operation `DeleteIntegration`: [`ApiClient::delete_integration`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteIntegration {}

impl Operation for DeleteIntegration {
    const NAME: &'static str = "DeleteIntegration";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `GetIntegration`: [`ApiClient::get_integration`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum GetIntegration {}

impl Operation for GetIntegration {
    const NAME: &'static str = "GetIntegration";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}";
    type Output = IntegrationResponse;
}

/// The operation `ListIntegrations`: [`ApiClient::list_integrations`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListIntegrations {}

impl Operation for ListIntegrations {
    const NAME: &'static str = "ListIntegrations";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/integrations";
    type Output = IntegrationListResponse;
}

impl Paginated for ListIntegrations {}

impl PageSize for ListIntegrations {}

impl Call<ListIntegrations> {
    /// Query parameter `filter`: Filters on the results.
    #[inline]
    pub fn filter(self, filter: &IntegrationListFilter) -> Self {
        self.deep_object("filter", filter)
    }
}

/// The operation `UpdateIntegration`: [`ApiClient::update_integration`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum UpdateIntegration {}

impl Operation for UpdateIntegration {
    const NAME: &'static str = "UpdateIntegration";
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}/integrations/{integrationId}";
    type Output = IntegrationResponse;
}

/// # Integrations
impl ApiClient {
    /// Creates an integration, which connects an app to a front-end messaging channel. One of type `custom`
    /// makes it possible to create webhooks.
    ///
    /// `POST /v2/apps/{appId}/integrations`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `body`: what to send, a [`Integration`].
    ///
    /// # Answers
    ///
    /// - `201`: The new integration.
    /// - `400`: The request is not valid.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: Integration) -> Result<()> {
    /// let answer = api.create_integration("appId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_integration(&self, app_id: &str, body: &Integration) -> Call<CreateIntegration> {
        self.call(&[("appId", app_id)]).with_json(body)
    }

    /// Deletes one integration.
    ///
    /// `DELETE /v2/apps/{appId}/integrations/{integrationId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    ///
    /// # Answers
    ///
    /// - `200`: The integration is deleted.
    /// - `400`: The request is not valid.
    /// - `404`: No such integration.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_integration("appId", "integrationId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_integration(&self, app_id: &str, integration_id: &str) -> Call<DeleteIntegration> {
        self.call(&[("appId", app_id), ("integrationId", integration_id)])
    }

    /// Fetches one integration.
    ///
    /// `GET /v2/apps/{appId}/integrations/{integrationId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    ///
    /// # Answers
    ///
    /// - `200`: The integration.
    /// - `404`: No such integration.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.get_integration("appId", "integrationId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_integration(&self, app_id: &str, integration_id: &str) -> Call<GetIntegration> {
        self.call(&[("appId", app_id), ("integrationId", integration_id)])
    }

    /// Lists the integrations that are available.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/integrations?page[after]=d17a4c93e50b68f2a4e9c03d&page[size]=10&filter[types]=custom,web
    /// ```
    ///
    /// A listing: [`send`](Call::send) gives one page, [`iter`](Call::iter) every item,
    /// [`pages`](Call::pages) every page.
    ///
    /// `GET /v2/apps/{appId}/integrations`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `.filter(…)`: Filters on the results.
    ///
    /// # Answers
    ///
    /// - `200`: One page of integrations.
    /// - `400`: The request is not valid.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// for item in api.list_integrations("appId").iter() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_integrations(&self, app_id: &str) -> Call<ListIntegrations> {
        self.call(&[("appId", app_id)])
    }

    /// Changes an integration, though only some of its fields can be updated. Where a property cannot,
    /// delete the integration and create another with the new data.
    ///
    /// `PATCH /v2/apps/{appId}/integrations/{integrationId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `integration_id`: ID of the integration.
    /// - `body`: what to send, a [`IntegrationUpdate`].
    ///
    /// # Answers
    ///
    /// - `200`: The updated integration.
    /// - `404`: No such integration.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: IntegrationUpdate) -> Result<()> {
    /// let answer = api.update_integration("appId", "integrationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update_integration(
        &self,
        app_id: &str,
        integration_id: &str,
        body: &IntegrationUpdate,
    ) -> Call<UpdateIntegration> {
        self.call(&[("appId", app_id), ("integrationId", integration_id)]).with_json(body)
    }
}
