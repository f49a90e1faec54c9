// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`UserUpdateEvent`].
    pub struct UserUpdatePayload {
        /// The user after the update.
        option user: User = "user", with_user;
        /// Reason for updating the user, if any.
        ///
        /// - `authentication`: a user without authentication became an
        ///   [authenticated](https://developer.zendesk.com/documentation/conversations/messaging-platform/users/intro-to-users/)
        ///   one.
        /// - `localeDetection`: the locale was detected automatically from messages sent.
        option reason: UserUpdateReason = "reason", with_reason;
        /// Source of the creation.
        option source: SourceWebhook = "source", with_source;
    }

    new()

    also blank
}
