// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The users that were merged.
    ///
    /// Used in [`UserMergePayload`].
    pub struct MergedUsers {
        /// User that stands for the merged user from now on.
        option surviving: User = "surviving", with_surviving;
        /// User that was absorbed into the surviving one.
        option discarded: User = "discarded", with_discarded;
    }

    new()
}
