// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `CreateSwitchboardIntegration`: [`ApiClient::create_switchboard_integration`] makes its
/// calls.
#[derive(Debug, Clone, Copy)]
pub enum CreateSwitchboardIntegration {}

impl Operation for CreateSwitchboardIntegration {
    const NAME: &'static str = "CreateSwitchboardIntegration";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations";
    type Output = SwitchboardIntegrationResponse;
}

/// The operation `DeleteSwitchboardIntegration`: [`ApiClient::delete_switchboard_integration`] makes its
/// calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteSwitchboardIntegration {}

impl Operation for DeleteSwitchboardIntegration {
    const NAME: &'static str = "DeleteSwitchboardIntegration";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str =
        "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `ListSwitchboardIntegrations`: [`ApiClient::list_switchboard_integrations`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListSwitchboardIntegrations {}

impl Operation for ListSwitchboardIntegrations {
    const NAME: &'static str = "ListSwitchboardIntegrations";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations";
    type Output = SwitchboardIntegrationListResponse;
}

/// The operation `UpdateSwitchboardIntegration`: [`ApiClient::update_switchboard_integration`] makes its
/// calls.
#[derive(Debug, Clone, Copy)]
pub enum UpdateSwitchboardIntegration {}

impl Operation for UpdateSwitchboardIntegration {
    const NAME: &'static str = "UpdateSwitchboardIntegration";
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str =
        "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}";
    type Output = SwitchboardIntegrationResponse;
}

/// # SwitchboardIntegrations
impl ApiClient {
    /// Creates a switchboard integration.
    ///
    /// `POST /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `switchboard_id`: ID of the switchboard.
    /// - `body`: what to send, a [`SwitchboardIntegrationCreateBody`].
    ///
    /// # Answers
    ///
    /// - `201`: The new switchboard integration.
    /// - `400`: The request is not valid.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: SwitchboardIntegrationCreateBody) -> Result<()> {
    /// let answer = api.create_switchboard_integration("appId", "switchboardId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_switchboard_integration(
        &self,
        app_id: &str,
        switchboard_id: &str,
        body: &SwitchboardIntegrationCreateBody,
    ) -> Call<CreateSwitchboardIntegration> {
        self.call(&[("appId", app_id), ("switchboardId", switchboard_id)]).with_json(body)
    }

    /// Deletes a switchboard integration.
    ///
    /// Two kinds must not be deleted: the default one, until another has been made the default, and one to
    /// which the `nextSwitchboardIntegrationId` of another points.
    ///
    /// A conversation in which it was active gets a new active switchboard integration at its next activity,
    /// by the rules of [default integration
    /// assignment](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment). The integration behind it begins to receive every event of every conversation, whatever the switchboard status.
    ///
    /// `DELETE
    /// /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `switchboard_id`: ID of the switchboard.
    /// - `switchboard_integration_id`: ID of the switchboard integration.
    ///
    /// # Answers
    ///
    /// - `200`: The switchboard integration is deleted.
    /// - `404`: No such switchboard integration.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_switchboard_integration("appId", "switchboardId", "switchboardIntegrationId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_switchboard_integration(
        &self,
        app_id: &str,
        switchboard_id: &str,
        switchboard_integration_id: &str,
    ) -> Call<DeleteSwitchboardIntegration> {
        self.call(&[
            ("appId", app_id),
            ("switchboardId", switchboard_id),
            ("switchboardIntegrationId", switchboard_integration_id),
        ])
    }

    /// Lists every switchboard integration of a switchboard.
    ///
    /// `GET /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `switchboard_id`: ID of the switchboard.
    ///
    /// # Answers
    ///
    /// - `200`: The switchboard integrations.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.list_switchboard_integrations("appId", "switchboardId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_switchboard_integrations(
        &self,
        app_id: &str,
        switchboard_id: &str,
    ) -> Call<ListSwitchboardIntegrations> {
        self.call(&[("appId", app_id), ("switchboardId", switchboard_id)])
    }

    /// Changes a switchboard integration.
    ///
    /// `PATCH
    /// /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `switchboard_id`: ID of the switchboard.
    /// - `switchboard_integration_id`: ID of the switchboard integration.
    /// - `body`: what to send, a [`SwitchboardIntegrationUpdateBody`].
    ///
    /// # Answers
    ///
    /// - `200`: The updated switchboard integration.
    /// - `404`: No such switchboard integration.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: SwitchboardIntegrationUpdateBody) -> Result<()> {
    /// let answer = api.update_switchboard_integration("appId", "switchboardId", "switchboardIntegrationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update_switchboard_integration(
        &self,
        app_id: &str,
        switchboard_id: &str,
        switchboard_integration_id: &str,
        body: &SwitchboardIntegrationUpdateBody,
    ) -> Call<UpdateSwitchboardIntegration> {
        self.call(&[
            ("appId", app_id),
            ("switchboardId", switchboard_id),
            ("switchboardIntegrationId", switchboard_integration_id),
        ])
        .with_json(body)
    }
}
