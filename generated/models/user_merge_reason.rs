// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Reason for merging the users.
    ///
    /// - `api`: merged through the API.
    /// - `channelLinking`: a channel link was initiated.
    /// - `sdkLogin`: the user logged in on an SDK device.
    ///
    /// Used in [`UserMergePayload`].
    pub enum UserMergeReason: str {
        /// `api`
        Api = "api",
        /// `channelLinking`
        ChannelLinking = "channelLinking",
        /// `sdkLogin`
        SdkLogin = "sdkLogin",
    }
}
