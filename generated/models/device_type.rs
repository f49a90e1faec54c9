// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Integration type of the device.
    ///
    /// Used in [`Device`].
    pub enum DeviceType: str {
        /// `android`
        Android = "android",
        /// `ios`
        Ios = "ios",
        /// `web`
        Web = "web",
    }
}
