// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Clients that the operation merged; omitted when there are none.
    ///
    /// Used in [`UserMergePayload`].
    pub struct MergedClients {
        /// Client that existed before the merge began.
        option surviving: Client = "surviving", with_surviving;
        /// Pending client that the merge discarded.
        option discarded: Client = "discarded", with_discarded;
    }

    new()
}
