// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`list_devices`](crate::ApiClient::list_devices).
    pub struct DeviceListResponse {
        /// The devices returned.
        required devices: [Device] = "devices";
    }
}

page! { DeviceListResponse: Device in devices }
