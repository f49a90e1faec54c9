// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`UserMergeEvent`].
    pub struct UserMergePayload {
        /// The users that were merged.
        option merged_users: MergedUsers = "mergedUsers", with_merged_users;
        /// Conversations that the operation merged; omitted when there are none.
        option merged_conversations: MergedConversations = "mergedConversations", with_merged_conversations;
        /// Clients that the operation merged; omitted when there are none.
        option merged_clients: MergedClients = "mergedClients", with_merged_clients;
        /// Flat object of the metadata properties lost when the two users were merged.
        ///
        /// Holds values only if the combined metadata is larger than the limit of 4 KB.
        option discarded_metadata: Json = "discardedMetadata", with_discarded_metadata;
        /// Reason for merging the users.
        ///
        /// - `api`: merged through the API.
        /// - `channelLinking`: a channel link was initiated.
        /// - `sdkLogin`: the user logged in on an SDK device.
        option reason: UserMergeReason = "reason", with_reason;
    }

    new()

    also blank
}
