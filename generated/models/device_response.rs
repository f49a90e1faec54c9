// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`get_device`](crate::ApiClient::get_device).
    pub struct DeviceResponse {
        /// The device.
        required device: Device = "device";
    }
}
