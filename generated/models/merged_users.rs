// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The users that were merged.
    ///
    /// Used in [`UserMergePayload`].
    pub struct MergedUsers {
        /// User that replaces the merged user.
        option surviving: User = "surviving", with_surviving;
        /// User that was merged into the surviving one.
        option discarded: User = "discarded", with_discarded;
    }

    new()
}
