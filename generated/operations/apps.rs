// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `CreateApp`; see [`ApiClient::create_app`].
#[derive(Debug, Clone, Copy)]
pub enum CreateApp {}

impl Sealed for CreateApp {}

impl Operation for CreateApp {
    const NAME: &'static str = "CreateApp";

    type Output = AppResponse;
}

impl Endpoint for CreateApp {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps";
}

/// Marker type for `ListApps`; see [`ApiClient::list_apps`].
#[derive(Debug, Clone, Copy)]
pub enum ListApps {}

impl Sealed for ListApps {}

impl Operation for ListApps {
    const NAME: &'static str = "ListApps";

    type Output = AppListResponse;
}

impl Endpoint for ListApps {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps";
}

impl Listing for ListApps {}

impl Paginated for ListApps {}

impl PageSize for ListApps {
    const MIN: u32 = 1;
    const MAX: u32 = 100;

    const DEFAULT: Option<u32> = Some(25);
}

impl Call<ListApps> {
    /// Filters on the results.
    pub fn filter(self, filter: &AppListFilter) -> Self {
        self.query_parameter("filter", Style::Deep, filter)
    }
}

/// Marker type for `GetApp`; see [`ApiClient::get_app`].
#[derive(Debug, Clone, Copy)]
pub enum GetApp {}

impl Sealed for GetApp {}

impl Operation for GetApp {
    const NAME: &'static str = "GetApp";

    type Output = AppResponseWithSubdomain;
}

impl Endpoint for GetApp {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}";
}

/// Marker type for `UpdateApp`; see [`ApiClient::update_app`].
#[derive(Debug, Clone, Copy)]
pub enum UpdateApp {}

impl Sealed for UpdateApp {}

impl Operation for UpdateApp {
    const NAME: &'static str = "UpdateApp";

    type Output = AppResponse;
}

impl Endpoint for UpdateApp {
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}";
}

/// Marker type for `DeleteApp`; see [`ApiClient::delete_app`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteApp {}

impl Sealed for DeleteApp {}

impl Operation for DeleteApp {
    const NAME: &'static str = "DeleteApp";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteApp {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}";
}

/// # Apps
impl ApiClient {
    /// Creates an app.
    ///
    /// A service account that makes the call gets access to the new app automatically.
    ///
    /// `POST /v2/apps`
    ///
    /// Credentials: account key.
    ///
    /// # Parameters
    ///
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `201`: The new app.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
    /// - `402`: Payment is required.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::AppCreateBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = AppCreateBody::new("Example Store");
    /// let response = api.create_app(&body).send()?;
    /// println!("{}", response.app.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("create app", "CreateApp"))]
    #[inline]
    pub fn create_app(&self, body: &AppCreateBody) -> Call<CreateApp> {
        self.call(&[]).json_body(body)
    }

    /// Lists the apps to which the user belongs.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps?page[after]=64d1f09b3ac27e58b1f4e730&page[size]=10
    /// ```
    ///
    /// `GET /v2/apps`
    ///
    /// Credentials: account key.
    ///
    /// [`send`](Call::send) returns one page, and [`iter`](Call::iter) iterates over all items.
    ///
    /// # Parameters
    ///
    /// - `.filter(…)`: Filters on the results.
    ///
    /// # Responses
    ///
    /// - `200`: One page of apps.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
    /// - `403`: The caller is not allowed to do this.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// for app in api.list_apps().iter() {
    ///     println!("{}", app?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list apps", "ListApps"))]
    #[inline]
    pub fn list_apps(&self) -> Call<ListApps> {
        self.call(&[])
    }

    /// Fetches one app.
    ///
    /// `GET /v2/apps/{appId}`
    ///
    /// Credentials: app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    ///
    /// # Responses
    ///
    /// - `200`: The app.
    ///
    /// # Errors
    ///
    /// - `404`: The app doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let response = api.get_app("64f1a09be37c5d2218bb7046").send()?;
    /// println!("{}", response.app.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("get app", "GetApp"))]
    #[inline]
    pub fn get_app(&self, app_id: impl AsId<kind::App>) -> Call<GetApp> {
        self.call(&[("appId", app_id.as_id())])
    }

    /// Updates an app.
    ///
    /// `PATCH /v2/apps/{appId}`
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
    /// - `200`: The updated app.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
    /// - `404`: The app doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::AppUpdateBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = AppUpdateBody::new().with_display_name("Example Store");
    /// let response = api.update_app("64f1a09be37c5d2218bb7046", &body).send()?;
    /// println!("{}", response.app.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("update app", "UpdateApp"))]
    #[inline]
    pub fn update_app(&self, app_id: impl AsId<kind::App>, body: &AppUpdateBody) -> Call<UpdateApp> {
        self.call(&[("appId", app_id.as_id())]).json_body(body)
    }

    /// Deletes an app together with all integrations enabled in it.
    ///
    /// `DELETE /v2/apps/{appId}`
    ///
    /// Credentials: account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    ///
    /// # Responses
    ///
    /// - `200`: The app is deleted.
    ///
    /// # Errors
    ///
    /// - `404`: The app doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_app("64f1a09be37c5d2218bb7046").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete app", "DeleteApp"))]
    #[inline]
    pub fn delete_app(&self, app_id: impl AsId<kind::App>) -> Call<DeleteApp> {
        self.call(&[("appId", app_id.as_id())])
    }
}

/// # Apps
impl AppClient {
    /// Fetches one app.
    ///
    /// `GET /v2/apps/{appId}`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::get_app`] documents parameters, responses and errors, and has an example.
    #[doc(alias("get app", "GetApp"))]
    #[inline]
    pub fn get_app(&self) -> Call<GetApp> {
        self.client().get_app(self.id())
    }

    /// Updates an app.
    ///
    /// `PATCH /v2/apps/{appId}`
    ///
    /// Credentials: app or account key.
    ///
    /// [`ApiClient::update_app`] documents parameters, responses and errors, and has an example.
    #[doc(alias("update app", "UpdateApp"))]
    #[inline]
    pub fn update_app(&self, body: &AppUpdateBody) -> Call<UpdateApp> {
        self.client().update_app(self.id(), body)
    }

    /// Deletes an app together with all integrations enabled in it.
    ///
    /// `DELETE /v2/apps/{appId}`
    ///
    /// Credentials: account key.
    ///
    /// [`ApiClient::delete_app`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete app", "DeleteApp"))]
    #[inline]
    pub fn delete_app(&self) -> Call<DeleteApp> {
        self.client().delete_app(self.id())
    }
}
