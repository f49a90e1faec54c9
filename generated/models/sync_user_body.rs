// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`sync_user`](crate::ApiClient::sync_user).
    pub struct SyncUserBody {
        /// The `user.id` of the Support user that survives a merge.
        ///
        /// Used only to synchronize messaging users after a merge of their Support counterparts.
        option surviving_zendesk_id: String = "survivingZendeskId", with_surviving_zendesk_id;
    }

    new()
}
