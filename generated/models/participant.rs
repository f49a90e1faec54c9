// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A user's participation in a conversation.
    ///
    /// Used in [`ParticipantListResponse`] and [`ParticipantResponse`].
    pub struct Participant {
        /// Unique ID of the participant.
        required id: ParticipantId = "id", with_id;
        /// ID of the user behind the participant.
        option user_id: UserId = "userId", with_user_id;
        /// Number of messages that the user hasn't read.
        option unread_count: i64 = "unreadCount", with_unread_count;
        /// Clients through which the user is active in the conversation, the most recent first.
        ///
        /// The order reflects how recently each client interacted with the conversation. The first one counts
        /// as the user's primary client there and is the first choice for message delivery. There can be
        /// several after a channel transfer, in business initiated conversations or for identified users.
        option client_associations: [ClientAssociation] = "clientAssociations", with_client_associations;
        /// The `externalId` of the user behind the participant.
        option user_external_id: String = "userExternalId", with_user_external_id;
        /// ISO 8601 timestamp of the latest message that the user has read (`YYYY-MM-DDThh:mm:ss.SSSZ`).
        option last_read: Time = "lastRead", with_last_read;
    }

    new(id: ParticipantId)

    also blank
}
