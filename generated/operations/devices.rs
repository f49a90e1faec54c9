// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `GetDevice`: [`ApiClient::get_device`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum GetDevice {}

impl Operation for GetDevice {
    const NAME: &'static str = "GetDevice";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/devices/{deviceId}";
    type Output = DeviceResponse;
}

impl Call<GetDevice> {
    /// Query parameter `brandId`: ID of the brand; to be given when looking up a brand-separated user by
    /// `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.set("brandId", brand_id)
    }
}

/// The operation `ListDevices`: [`ApiClient::list_devices`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListDevices {}

impl Operation for ListDevices {
    const NAME: &'static str = "ListDevices";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/devices";
    type Output = DeviceListResponse;
}

impl Call<ListDevices> {
    /// Query parameter `brandId`: ID of the brand; to be given when looking up a brand-separated user by
    /// `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.set("brandId", brand_id)
    }
}

/// # Devices
impl ApiClient {
    /// Fetches one device.
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices/{deviceId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `device_id`: ID of the device.
    /// - `.brand_id(…)`: ID of the brand; to be given when looking up a brand-separated user by `externalId`
    ///   or identity.
    ///
    /// # Answers
    ///
    /// - `200`: The device.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.get_device("appId", "userIdOrExternalId", "deviceId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_device(&self, app_id: &str, user_id_or_external_id: &str, device_id: &str) -> Call<GetDevice> {
        self.call(&[("appId", app_id), ("userIdOrExternalId", user_id_or_external_id), ("deviceId", device_id)])
    }

    /// Lists every device of a user, in order of the time when it was last seen.
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `.brand_id(…)`: ID of the brand; to be given when looking up a brand-separated user by `externalId`
    ///   or identity.
    ///
    /// # Answers
    ///
    /// - `200`: The devices.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.list_devices("appId", "userIdOrExternalId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_devices(&self, app_id: &str, user_id_or_external_id: &str) -> Call<ListDevices> {
        self.call(&[("appId", app_id), ("userIdOrExternalId", user_id_or_external_id)])
    }
}
