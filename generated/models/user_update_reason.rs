// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Reason for updating the user, if any.
    ///
    /// - `authentication`: a user without authentication became an
    ///   [authenticated](https://developer.zendesk.com/documentation/conversations/messaging-platform/users/intro-to-users/)
    ///   one.
    /// - `localeDetection`: the locale was detected automatically from messages sent.
    ///
    /// Used in [`UserUpdatePayload`].
    pub enum UserUpdateReason: str {
        /// `authentication`
        Authentication = "authentication",
        /// `localeDetection`
        LocaleDetection = "localeDetection",
    }
}
