// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A user's part in a conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Participant {
    /// Unique ID of the participant.
    pub id: String,
    /// ID of the user behind the participant.
    #[serde(rename = "userId", skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// Number of messages that the user has yet to read.
    #[serde(rename = "unreadCount", skip_serializing_if = "Option::is_none")]
    pub unread_count: Option<i64>,
    /// Clients through which the user is active in the conversation, the most recent first.
    ///
    /// The order reflects how recently each client interacted with the conversation. The first one counts as
    /// the user's primary client there and is the first choice for message delivery. There can be several
    /// after a channel transfer, in business initiated conversations or for identified users.
    #[serde(rename = "clientAssociations", skip_serializing_if = "Option::is_none")]
    pub client_associations: Option<Vec<ClientAssociation>>,
    /// The `externalId` of the user behind the participant.
    #[serde(rename = "userExternalId", skip_serializing_if = "Option::is_none")]
    pub user_external_id: Option<String>,
    /// ISO 8601 timestamp of the latest message that the user has read (`YYYY-MM-DDThh:mm:ss.SSSZ`).
    #[serde(rename = "lastRead", skip_serializing_if = "Option::is_none")]
    pub last_read: Option<Time>,
}

impl Participant {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            user_id: None,
            unread_count: None,
            client_associations: None,
            user_external_id: None,
            last_read: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::user_id`].
    pub fn with_user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Sets [`Self::unread_count`].
    pub fn with_unread_count(mut self, unread_count: impl Into<i64>) -> Self {
        self.unread_count = Some(unread_count.into());
        self
    }

    /// Sets [`Self::client_associations`].
    pub fn with_client_associations(
        mut self,
        client_associations: impl IntoIterator<Item = impl Into<ClientAssociation>>,
    ) -> Self {
        self.client_associations = Some(client_associations.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::user_external_id`].
    pub fn with_user_external_id(mut self, user_external_id: impl Into<String>) -> Self {
        self.user_external_id = Some(user_external_id.into());
        self
    }

    /// Sets [`Self::last_read`].
    pub fn with_last_read(mut self, last_read: impl Into<Time>) -> Self {
        self.last_read = Some(last_read.into());
        self
    }
}
