// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Reason for removing the client.
    ///
    /// - `api`: removed through the API.
    /// - `linkCancelled`: the user called off a channel link.
    /// - `linkFailed`: an attempt to link a channel failed.
    /// - `sdk`: removed through the SDK.
    /// - `theft`: a channel link moved the client to another user.
    ///
    /// Used in [`ClientRemovePayload`].
    pub enum ClientRemoveReason: str {
        /// `api`
        Api = "api",
        /// `linkCancelled`
        LinkCancelled = "linkCancelled",
        /// `linkFailed`
        LinkFailed = "linkFailed",
        /// `sdk`
        Sdk = "sdk",
        /// `theft`
        Theft = "theft",
    }
}
