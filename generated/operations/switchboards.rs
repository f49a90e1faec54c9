// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `CreateSwitchboard`; see [`ApiClient::create_switchboard`].
#[derive(Debug, Clone, Copy)]
pub enum CreateSwitchboard {}

impl Sealed for CreateSwitchboard {}

impl Operation for CreateSwitchboard {
    const NAME: &'static str = "CreateSwitchboard";

    type Output = SwitchboardResponse;
}

impl Endpoint for CreateSwitchboard {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards";
}

/// Marker type for `ListSwitchboards`; see [`ApiClient::list_switchboards`].
#[derive(Debug, Clone, Copy)]
pub enum ListSwitchboards {}

impl Sealed for ListSwitchboards {}

impl Operation for ListSwitchboards {
    const NAME: &'static str = "ListSwitchboards";

    type Output = SwitchboardListResponse;
}

impl Endpoint for ListSwitchboards {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards";
}

impl Listing for ListSwitchboards {}

/// Marker type for `UpdateSwitchboard`; see [`ApiClient::update_switchboard`].
#[derive(Debug, Clone, Copy)]
pub enum UpdateSwitchboard {}

impl Sealed for UpdateSwitchboard {}

impl Operation for UpdateSwitchboard {
    const NAME: &'static str = "UpdateSwitchboard";

    type Output = SwitchboardResponse;
}

impl Endpoint for UpdateSwitchboard {
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards/{switchboardId}";
}

/// Marker type for `DeleteSwitchboard`; see [`ApiClient::delete_switchboard`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteSwitchboard {}

impl Sealed for DeleteSwitchboard {}

impl Operation for DeleteSwitchboard {
    const NAME: &'static str = "DeleteSwitchboard";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteSwitchboard {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/switchboards/{switchboardId}";
}

/// # Switchboards
impl ApiClient {
    /// Creates a switchboard.
    ///
    /// `POST /v2/apps/{appId}/switchboards`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    ///
    /// # Responses
    ///
    /// - `201`: The new switchboard.
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
    /// let response = api.create_switchboard("64f1a09be37c5d2218bb7046").send()?;
    /// println!("{}", response.switchboard.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("create switchboard", "CreateSwitchboard", "handover", "handoff"))]
    #[inline]
    pub fn create_switchboard(&self, app_id: impl AsId<kind::App>) -> Call<CreateSwitchboard> {
        self.call(&[("appId", app_id.as_id())])
    }

    /// Lists every switchboard of the app.
    ///
    /// `GET /v2/apps/{appId}/switchboards`
    ///
    /// Credentials: app or account key.
    ///
    /// [`send`](Call::send) returns the list, and [`iter`](Call::iter) iterates over its items.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    ///
    /// # Responses
    ///
    /// - `200`: The switchboards.
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
    /// for switchboard in api.list_switchboards("64f1a09be37c5d2218bb7046").iter() {
    ///     println!("{}", switchboard?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list switchboards", "ListSwitchboards"))]
    #[inline]
    pub fn list_switchboards(&self, app_id: impl AsId<kind::App>) -> Call<ListSwitchboards> {
        self.call(&[("appId", app_id.as_id())])
    }

    /// Updates a switchboard.
    ///
    /// `PATCH /v2/apps/{appId}/switchboards/{switchboardId}`
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
    /// - `200`: The updated switchboard.
    ///
    /// # Errors
    ///
    /// - `404`: The switchboard doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::SwitchboardUpdateBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = SwitchboardUpdateBody::new().with_enabled(true);
    /// let response = api
    ///     .update_switchboard("64f1a09be37c5d2218bb7046", "6e0bd7219fa34c8510e7b3aa", &body)
    ///     .send()?;
    /// println!("{}", response.switchboard.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("update switchboard", "UpdateSwitchboard"))]
    #[inline]
    pub fn update_switchboard(
        &self,
        app_id: impl AsId<kind::App>,
        switchboard_id: impl AsId<kind::Switchboard>,
        body: &SwitchboardUpdateBody,
    ) -> Call<UpdateSwitchboard> {
        self.call(&[("appId", app_id.as_id()), ("switchboardId", switchboard_id.as_id())]).json_body(body)
    }

    /// Deletes a switchboard together with all of its switchboard integrations.
    ///
    /// Their integrations stay, and then receive every event of every conversation.
    ///
    /// `DELETE /v2/apps/{appId}/switchboards/{switchboardId}`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `switchboard_id`: ID of the switchboard.
    ///
    /// # Responses
    ///
    /// - `200`: The switchboard is deleted.
    ///
    /// # Errors
    ///
    /// - `404`: The switchboard doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_switchboard("64f1a09be37c5d2218bb7046", "6e0bd7219fa34c8510e7b3aa").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete switchboard", "DeleteSwitchboard"))]
    #[inline]
    pub fn delete_switchboard(
        &self,
        app_id: impl AsId<kind::App>,
        switchboard_id: impl AsId<kind::Switchboard>,
    ) -> Call<DeleteSwitchboard> {
        self.call(&[("appId", app_id.as_id()), ("switchboardId", switchboard_id.as_id())])
    }
}

/// # Switchboards
impl AppClient {
    /// Creates a switchboard.
    ///
    /// `POST /v2/apps/{appId}/switchboards`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::create_switchboard`] documents parameters, responses and errors, and has an example.
    #[doc(alias("create switchboard", "CreateSwitchboard", "handover", "handoff"))]
    #[inline]
    pub fn create_switchboard(&self) -> Call<CreateSwitchboard> {
        self.client().create_switchboard(self.id())
    }

    /// Lists every switchboard of the app.
    ///
    /// `GET /v2/apps/{appId}/switchboards`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::list_switchboards`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list switchboards", "ListSwitchboards"))]
    #[inline]
    pub fn list_switchboards(&self) -> Call<ListSwitchboards> {
        self.client().list_switchboards(self.id())
    }

    /// Updates a switchboard.
    ///
    /// `PATCH /v2/apps/{appId}/switchboards/{switchboardId}`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::update_switchboard`] documents parameters, responses and errors, and has an example.
    #[doc(alias("update switchboard", "UpdateSwitchboard"))]
    #[inline]
    pub fn update_switchboard(
        &self,
        switchboard_id: impl AsId<kind::Switchboard>,
        body: &SwitchboardUpdateBody,
    ) -> Call<UpdateSwitchboard> {
        self.client().update_switchboard(self.id(), switchboard_id, body)
    }

    /// Deletes a switchboard together with all of its switchboard integrations.
    ///
    /// Their integrations stay, and then receive every event of every conversation.
    ///
    /// `DELETE /v2/apps/{appId}/switchboards/{switchboardId}`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::delete_switchboard`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete switchboard", "DeleteSwitchboard"))]
    #[inline]
    pub fn delete_switchboard(&self, switchboard_id: impl AsId<kind::Switchboard>) -> Call<DeleteSwitchboard> {
        self.client().delete_switchboard(self.id(), switchboard_id)
    }
}
