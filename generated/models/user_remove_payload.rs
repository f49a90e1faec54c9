// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`UserRemoveEvent`].
    pub struct UserRemovePayload {
        /// The removed user.
        option user: UserTruncated = "user", with_user;
    }

    new()

    also blank
}
