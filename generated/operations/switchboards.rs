// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `CreateSwitchboard`: [`ApiClient::create_switchboard`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum CreateSwitchboard {}

impl Operation for CreateSwitchboard {
    const NAME: &'static str = "CreateSwitchboard";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards";
    type Output = SwitchboardResponse;
}

/// The operation `DeleteSwitchboard`: [`ApiClient::delete_switchboard`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteSwitchboard {}

impl Operation for DeleteSwitchboard {
    const NAME: &'static str = "DeleteSwitchboard";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards/{switchboardId}";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `ListSwitchboards`: [`ApiClient::list_switchboards`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListSwitchboards {}

impl Operation for ListSwitchboards {
    const NAME: &'static str = "ListSwitchboards";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards";
    type Output = SwitchboardListResponse;
}

/// The operation `UpdateSwitchboard`: [`ApiClient::update_switchboard`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum UpdateSwitchboard {}

impl Operation for UpdateSwitchboard {
    const NAME: &'static str = "UpdateSwitchboard";
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards/{switchboardId}";
    type Output = SwitchboardResponse;
}

/// # Switchboards
impl ApiClient {
    /// Creates a switchboard.
    ///
    /// `POST /v2/apps/{appId}/switchboards`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    ///
    /// # Answers
    ///
    /// - `201`: The new switchboard.
    /// - `400`: The request is not valid.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.create_switchboard("appId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_switchboard(&self, app_id: &str) -> Call<CreateSwitchboard> {
        self.call(&[("appId", app_id)])
    }

    /// Deletes a switchboard together with all of its switchboard integrations.
    ///
    /// The integrations behind them stay, and from then on receive every event of every conversation.
    ///
    /// `DELETE /v2/apps/{appId}/switchboards/{switchboardId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `switchboard_id`: ID of the switchboard.
    ///
    /// # Answers
    ///
    /// - `200`: The switchboard is deleted.
    /// - `404`: No such switchboard.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_switchboard("appId", "switchboardId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_switchboard(&self, app_id: &str, switchboard_id: &str) -> Call<DeleteSwitchboard> {
        self.call(&[("appId", app_id), ("switchboardId", switchboard_id)])
    }

    /// Lists every switchboard of the app.
    ///
    /// `GET /v2/apps/{appId}/switchboards`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    ///
    /// # Answers
    ///
    /// - `200`: The switchboards.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.list_switchboards("appId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_switchboards(&self, app_id: &str) -> Call<ListSwitchboards> {
        self.call(&[("appId", app_id)])
    }

    /// Changes a switchboard.
    ///
    /// `PATCH /v2/apps/{appId}/switchboards/{switchboardId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `switchboard_id`: ID of the switchboard.
    /// - `body`: what to send, a [`SwitchboardUpdateBody`].
    ///
    /// # Answers
    ///
    /// - `200`: The updated switchboard.
    /// - `404`: No such switchboard.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: SwitchboardUpdateBody) -> Result<()> {
    /// let answer = api.update_switchboard("appId", "switchboardId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update_switchboard(
        &self,
        app_id: &str,
        switchboard_id: &str,
        body: &SwitchboardUpdateBody,
    ) -> Call<UpdateSwitchboard> {
        self.call(&[("appId", app_id), ("switchboardId", switchboard_id)]).with_json(body)
    }
}
