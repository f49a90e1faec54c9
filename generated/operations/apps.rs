// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `CreateApp`: [`ApiClient::create_app`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum CreateApp {}

impl Operation for CreateApp {
    const NAME: &'static str = "CreateApp";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps";
    type Output = AppResponse;
}

/// The operation `DeleteApp`: [`ApiClient::delete_app`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteApp {}

impl Operation for DeleteApp {
    const NAME: &'static str = "DeleteApp";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `GetApp`: [`ApiClient::get_app`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum GetApp {}

impl Operation for GetApp {
    const NAME: &'static str = "GetApp";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}";
    type Output = AppResponseWithSubdomain;
}

/// The operation `ListApps`: [`ApiClient::list_apps`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListApps {}

impl Operation for ListApps {
    const NAME: &'static str = "ListApps";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps";
    type Output = AppListResponse;
}

impl Paginated for ListApps {}

impl PageSize for ListApps {}

impl Call<ListApps> {
    /// Query parameter `filter`: Filters on the results.
    #[inline]
    pub fn filter(self, filter: &AppListFilter) -> Self {
        self.deep_object("filter", filter)
    }
}

/// The operation `UpdateApp`: [`ApiClient::update_app`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum UpdateApp {}

impl Operation for UpdateApp {
    const NAME: &'static str = "UpdateApp";
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}";
    type Output = AppResponse;
}

/// # Apps
impl ApiClient {
    /// Creates an app.
    ///
    /// A service account that makes the call gets access to the new app automatically.
    ///
    /// `POST /v2/apps`
    ///
    /// # Parameters
    ///
    /// - `body`: what to send, a [`AppCreateBody`].
    ///
    /// # Answers
    ///
    /// - `201`: The new app.
    /// - `400`: The request is not valid.
    /// - `402`: Payment is required.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: AppCreateBody) -> Result<()> {
    /// let answer = api.create_app(&body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_app(&self, body: &AppCreateBody) -> Call<CreateApp> {
        self.call(&[]).with_json(body)
    }

    /// Deletes an app together with all integrations enabled in it.
    ///
    /// `DELETE /v2/apps/{appId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    ///
    /// # Answers
    ///
    /// - `200`: The app is deleted.
    /// - `404`: No such app.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_app("appId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_app(&self, app_id: &str) -> Call<DeleteApp> {
        self.call(&[("appId", app_id)])
    }

    /// Fetches one app.
    ///
    /// `GET /v2/apps/{appId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    ///
    /// # Answers
    ///
    /// - `200`: The app.
    /// - `404`: No such app.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.get_app("appId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_app(&self, app_id: &str) -> Call<GetApp> {
        self.call(&[("appId", app_id)])
    }

    /// Lists the apps to which the user belongs.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps?page[after]=64d1f09b3ac27e58b1f4e730&page[size]=10
    /// ```
    ///
    /// A listing: [`send`](Call::send) gives one page, [`iter`](Call::iter) every item,
    /// [`pages`](Call::pages) every page.
    ///
    /// `GET /v2/apps`
    ///
    /// # Parameters
    ///
    /// - `.filter(…)`: Filters on the results.
    ///
    /// # Answers
    ///
    /// - `200`: One page of apps.
    /// - `400`: The request is not valid.
    /// - `403`: The caller is not allowed to do this.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// for item in api.list_apps().iter() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_apps(&self) -> Call<ListApps> {
        self.call(&[])
    }

    /// Changes an app.
    ///
    /// `PATCH /v2/apps/{appId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `body`: what to send, a [`AppUpdateBody`].
    ///
    /// # Answers
    ///
    /// - `200`: The updated app.
    /// - `400`: The request is not valid.
    /// - `404`: No such app.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: AppUpdateBody) -> Result<()> {
    /// let answer = api.update_app("appId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update_app(&self, app_id: &str, body: &AppUpdateBody) -> Call<UpdateApp> {
        self.call(&[("appId", app_id)]).with_json(body)
    }
}
