// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `ListDevices`; see [`ApiClient::list_devices`].
#[derive(Debug, Clone, Copy)]
pub enum ListDevices {}

impl Sealed for ListDevices {}

impl Operation for ListDevices {
    const NAME: &'static str = "ListDevices";

    type Output = DeviceListResponse;
}

impl Endpoint for ListDevices {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/devices";
}

impl Listing for ListDevices {}

impl Call<ListDevices> {
    /// ID of the brand; required to look up a brand-separated user by `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.query_parameter("brandId", Style::Form, &Into::<String>::into(brand_id))
    }
}

/// Marker type for `GetDevice`; see [`ApiClient::get_device`].
#[derive(Debug, Clone, Copy)]
pub enum GetDevice {}

impl Sealed for GetDevice {}

impl Operation for GetDevice {
    const NAME: &'static str = "GetDevice";

    type Output = DeviceResponse;
}

impl Endpoint for GetDevice {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/devices/{deviceId}";
}

impl Call<GetDevice> {
    /// ID of the brand; required to look up a brand-separated user by `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.query_parameter("brandId", Style::Form, &Into::<String>::into(brand_id))
    }
}

/// # Devices
impl ApiClient {
    /// Lists every device of a user, ordered by the time when it was last seen.
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`send`](Call::send) returns the list, and [`iter`](Call::iter) iterates over its items.
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
    /// - `200`: The devices.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// for device in api.list_devices("64f1a09be37c5d2218bb7046", "6b21f0c4d97e3a58810cde47").iter() {
    ///     println!("{}", device?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list devices", "ListDevices"))]
    #[inline]
    pub fn list_devices(
        &self,
        app_id: impl AsId<kind::App>,
        user_id_or_external_id: impl AsId<kind::User>,
    ) -> Call<ListDevices> {
        self.call(&[("appId", app_id.as_id()), ("userIdOrExternalId", user_id_or_external_id.as_id())])
    }

    /// Fetches one device.
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices/{deviceId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `device_id`: ID of the device.
    /// - `.brand_id(…)`: ID of the brand; required to look up a brand-separated user by `externalId` or
    ///   identity.
    ///
    /// # Responses
    ///
    /// - `200`: The device.
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
    /// let response = api
    ///     .get_device("64f1a09be37c5d2218bb7046", "6b21f0c4d97e3a58810cde47", "9a36d0f84e5b1c72206fcb85")
    ///     .send()?;
    /// println!("{}", response.device.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("get device", "GetDevice"))]
    #[inline]
    pub fn get_device(
        &self,
        app_id: impl AsId<kind::App>,
        user_id_or_external_id: impl AsId<kind::User>,
        device_id: impl AsId<kind::Device>,
    ) -> Call<GetDevice> {
        self.call(&[
            ("appId", app_id.as_id()),
            ("userIdOrExternalId", user_id_or_external_id.as_id()),
            ("deviceId", device_id.as_id()),
        ])
    }
}

/// # Devices
impl AppClient {
    /// Lists every device of a user, ordered by the time when it was last seen.
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::list_devices`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list devices", "ListDevices"))]
    #[inline]
    pub fn list_devices(&self, user_id_or_external_id: impl AsId<kind::User>) -> Call<ListDevices> {
        self.client().list_devices(self.id(), user_id_or_external_id)
    }

    /// Fetches one device.
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices/{deviceId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::get_device`] documents parameters, responses and errors, and has an example.
    #[doc(alias("get device", "GetDevice"))]
    #[inline]
    pub fn get_device(
        &self,
        user_id_or_external_id: impl AsId<kind::User>,
        device_id: impl AsId<kind::Device>,
    ) -> Call<GetDevice> {
        self.client().get_device(self.id(), user_id_or_external_id, device_id)
    }
}
