// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `CreateSwitchboardIntegration`; see [`ApiClient::create_switchboard_integration`].
#[derive(Debug, Clone, Copy)]
pub enum CreateSwitchboardIntegration {}

impl Sealed for CreateSwitchboardIntegration {}

impl Operation for CreateSwitchboardIntegration {
    const NAME: &'static str = "CreateSwitchboardIntegration";

    type Output = SwitchboardIntegrationResponse;
}

impl Endpoint for CreateSwitchboardIntegration {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations";
}

/// Marker type for `ListSwitchboardIntegrations`; see [`ApiClient::list_switchboard_integrations`].
#[derive(Debug, Clone, Copy)]
pub enum ListSwitchboardIntegrations {}

impl Sealed for ListSwitchboardIntegrations {}

impl Operation for ListSwitchboardIntegrations {
    const NAME: &'static str = "ListSwitchboardIntegrations";

    type Output = SwitchboardIntegrationListResponse;
}

impl Endpoint for ListSwitchboardIntegrations {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations";
}

impl Listing for ListSwitchboardIntegrations {}

/// Marker type for `UpdateSwitchboardIntegration`; see [`ApiClient::update_switchboard_integration`].
#[derive(Debug, Clone, Copy)]
pub enum UpdateSwitchboardIntegration {}

impl Sealed for UpdateSwitchboardIntegration {}

impl Operation for UpdateSwitchboardIntegration {
    const NAME: &'static str = "UpdateSwitchboardIntegration";

    type Output = SwitchboardIntegrationResponse;
}

impl Endpoint for UpdateSwitchboardIntegration {
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str =
        "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}";
}

/// Marker type for `DeleteSwitchboardIntegration`; see [`ApiClient::delete_switchboard_integration`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteSwitchboardIntegration {}

impl Sealed for DeleteSwitchboardIntegration {}

impl Operation for DeleteSwitchboardIntegration {
    const NAME: &'static str = "DeleteSwitchboardIntegration";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteSwitchboardIntegration {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str =
        "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}";
}

/// # Switchboard Integrations
impl ApiClient {
    /// Creates a switchboard integration.
    ///
    /// `POST /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `switchboard_id`: ID of the switchboard.
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `201`: The new switchboard integration.
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
    /// use sunshine_conversations::models::SwitchboardIntegrationCreateBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = SwitchboardIntegrationCreateBody::new("support_desk")
    ///     .with_integration_id("4f8b2e6d90a1c357e2b64d18");
    /// let response = api
    ///     .create_switchboard_integration("64f1a09be37c5d2218bb7046", "6e0bd7219fa34c8510e7b3aa", &body)
    ///     .send()?;
    /// println!("{}", response.switchboard_integration.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("create switchboard integration", "CreateSwitchboardIntegration"))]
    #[inline]
    pub fn create_switchboard_integration(
        &self,
        app_id: impl AsId<kind::App>,
        switchboard_id: impl AsId<kind::Switchboard>,
        body: &SwitchboardIntegrationCreateBody,
    ) -> Call<CreateSwitchboardIntegration> {
        self.call(&[("appId", app_id.as_id()), ("switchboardId", switchboard_id.as_id())]).json_body(body)
    }

    /// Lists every switchboard integration of a switchboard.
    ///
    /// `GET /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations`
    ///
    /// Credentials: app or account key.
    ///
    /// [`send`](Call::send) returns the list, and [`iter`](Call::iter) iterates over its items.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `switchboard_id`: ID of the switchboard.
    ///
    /// # Responses
    ///
    /// - `200`: The switchboard integrations.
    ///
    /// # Errors
    ///
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
    /// let listing = api.list_switchboard_integrations("64f1a09be37c5d2218bb7046", "6e0bd7219fa34c8510e7b3aa");
    /// for switchboard_integration in listing.iter() {
    ///     println!("{}", switchboard_integration?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list switchboard integrations", "ListSwitchboardIntegrations"))]
    #[inline]
    pub fn list_switchboard_integrations(
        &self,
        app_id: impl AsId<kind::App>,
        switchboard_id: impl AsId<kind::Switchboard>,
    ) -> Call<ListSwitchboardIntegrations> {
        self.call(&[("appId", app_id.as_id()), ("switchboardId", switchboard_id.as_id())])
    }

    /// Updates a switchboard integration.
    ///
    /// `PATCH /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `switchboard_id`: ID of the switchboard.
    /// - `switchboard_integration_id`: ID of the switchboard integration.
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `200`: The updated switchboard integration.
    ///
    /// # Errors
    ///
    /// - `404`: The switchboard integration doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::SwitchboardIntegrationUpdateBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = SwitchboardIntegrationUpdateBody::new().with_name("support_desk");
    /// let response = api
    ///     .update_switchboard_integration("64f1a09be37c5d2218bb7046", "6e0bd7219fa34c8510e7b3aa", "7fd1683b2ce049a5548d0e6c", &body)
    ///     .send()?;
    /// println!("{}", response.switchboard_integration.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("update switchboard integration", "UpdateSwitchboardIntegration"))]
    #[inline]
    pub fn update_switchboard_integration(
        &self,
        app_id: impl AsId<kind::App>,
        switchboard_id: impl AsId<kind::Switchboard>,
        switchboard_integration_id: impl AsId<kind::SwitchboardIntegration>,
        body: &SwitchboardIntegrationUpdateBody,
    ) -> Call<UpdateSwitchboardIntegration> {
        self.call(&[
            ("appId", app_id.as_id()),
            ("switchboardId", switchboard_id.as_id()),
            ("switchboardIntegrationId", switchboard_integration_id.as_id()),
        ])
        .json_body(body)
    }

    /// Deletes a switchboard integration.
    ///
    /// The default one can't be deleted until another is the default, and neither can one that is the
    /// `nextSwitchboardIntegrationId` of another.
    ///
    /// A conversation in which it was active gets a new active switchboard integration at its next
    /// activity, by the rules of [default integration
    /// assignment](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    /// Its integration then receives every event of every conversation, regardless of the switchboard
    /// status.
    ///
    /// `DELETE /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `switchboard_id`: ID of the switchboard.
    /// - `switchboard_integration_id`: ID of the switchboard integration.
    ///
    /// # Responses
    ///
    /// - `200`: The switchboard integration is deleted.
    ///
    /// # Errors
    ///
    /// - `404`: The switchboard integration doesn't exist.
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
    ///     .delete_switchboard_integration("64f1a09be37c5d2218bb7046", "6e0bd7219fa34c8510e7b3aa", "7fd1683b2ce049a5548d0e6c")
    ///     .send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete switchboard integration", "DeleteSwitchboardIntegration"))]
    #[inline]
    pub fn delete_switchboard_integration(
        &self,
        app_id: impl AsId<kind::App>,
        switchboard_id: impl AsId<kind::Switchboard>,
        switchboard_integration_id: impl AsId<kind::SwitchboardIntegration>,
    ) -> Call<DeleteSwitchboardIntegration> {
        self.call(&[
            ("appId", app_id.as_id()),
            ("switchboardId", switchboard_id.as_id()),
            ("switchboardIntegrationId", switchboard_integration_id.as_id()),
        ])
    }
}

/// # Switchboard Integrations
impl AppClient {
    /// Creates a switchboard integration.
    ///
    /// `POST /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::create_switchboard_integration`] documents parameters, responses and errors, and has an example.
    #[doc(alias("create switchboard integration", "CreateSwitchboardIntegration"))]
    #[inline]
    pub fn create_switchboard_integration(
        &self,
        switchboard_id: impl AsId<kind::Switchboard>,
        body: &SwitchboardIntegrationCreateBody,
    ) -> Call<CreateSwitchboardIntegration> {
        self.client().create_switchboard_integration(self.id(), switchboard_id, body)
    }

    /// Lists every switchboard integration of a switchboard.
    ///
    /// `GET /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::list_switchboard_integrations`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list switchboard integrations", "ListSwitchboardIntegrations"))]
    #[inline]
    pub fn list_switchboard_integrations(
        &self,
        switchboard_id: impl AsId<kind::Switchboard>,
    ) -> Call<ListSwitchboardIntegrations> {
        self.client().list_switchboard_integrations(self.id(), switchboard_id)
    }

    /// Updates a switchboard integration.
    ///
    /// `PATCH /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::update_switchboard_integration`] documents parameters, responses and errors, and has an example.
    #[doc(alias("update switchboard integration", "UpdateSwitchboardIntegration"))]
    #[inline]
    pub fn update_switchboard_integration(
        &self,
        switchboard_id: impl AsId<kind::Switchboard>,
        switchboard_integration_id: impl AsId<kind::SwitchboardIntegration>,
        body: &SwitchboardIntegrationUpdateBody,
    ) -> Call<UpdateSwitchboardIntegration> {
        self.client().update_switchboard_integration(self.id(), switchboard_id, switchboard_integration_id, body)
    }

    /// Deletes a switchboard integration.
    ///
    /// The default one can't be deleted until another is the default, and neither can one that is the
    /// `nextSwitchboardIntegrationId` of another.
    ///
    /// A conversation in which it was active gets a new active switchboard integration at its next
    /// activity, by the rules of [default integration
    /// assignment](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    /// Its integration then receives every event of every conversation, regardless of the switchboard
    /// status.
    ///
    /// `DELETE /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::delete_switchboard_integration`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete switchboard integration", "DeleteSwitchboardIntegration"))]
    #[inline]
    pub fn delete_switchboard_integration(
        &self,
        switchboard_id: impl AsId<kind::Switchboard>,
        switchboard_integration_id: impl AsId<kind::SwitchboardIntegration>,
    ) -> Call<DeleteSwitchboardIntegration> {
        self.client().delete_switchboard_integration(self.id(), switchboard_id, switchboard_integration_id)
    }
}
