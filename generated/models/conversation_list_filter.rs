// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Parameter of [`list_conversations`](crate::ApiClient::list_conversations).
    pub struct ConversationListFilter {
        /// ID of the user.
        ///
        /// Exactly one of `userId` and `userExternalId` must be given.
        option user_id: UserId = "userId", with_user_id;
        /// External ID of the user.
        ///
        /// Exactly one of `userId` and `userExternalId` must be given.
        option user_external_id: String = "userExternalId", with_user_external_id;
    }

    new()
}
