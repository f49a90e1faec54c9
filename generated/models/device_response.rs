// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `deviceResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeviceResponse {
    /// The device.
    pub device: Device,
}
