// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Reason for adding the client.
    ///
    /// - `channelLinking`: a channel link was initiated.
    /// - `sdkLogin`: the user logged in on an SDK device.
    /// - `authCode`: an SDK client was initialized with an `authCode`.
    ///
    /// Used in [`ClientAddPayload`].
    pub enum ClientAddReason: str {
        /// `channelLinking`
        ChannelLinking = "channelLinking",
        /// `sdkLogin`
        SdkLogin = "sdkLogin",
        /// `authCode`
        AuthCode = "authCode",
    }
}
