// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Status of the device, which shows whether it receives push notifications.
    ///
    /// Used in [`Device`].
    pub enum DeviceStatus: str {
        /// `active`
        Active = "active",
        /// `inactive`
        Inactive = "inactive",
    }
}
