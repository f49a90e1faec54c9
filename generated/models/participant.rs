// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A user's part in a conversation.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Participant {
    /// Unique ID of the participant.
    pub id: String,
    /// ID of the user behind the participant.
    pub user_id: Option<String>,
    /// Number of messages that the user has yet to read.
    pub unread_count: Option<i64>,
    /// Clients through which the user is active in the conversation, the most recent first.
    ///
    /// The order reflects how recently each client interacted with the conversation. The first one counts as
    /// the user's primary client there and is the first choice for message delivery. There can be several
    /// after a channel transfer, in business initiated conversations or for identified users.
    pub client_associations: Option<Vec<ClientAssociation>>,
    /// The `externalId` of the user behind the participant.
    pub user_external_id: Option<String>,
    /// ISO 8601 timestamp of the latest message that the user has read (`YYYY-MM-DDThh:mm:ss.SSSZ`).
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

impl Fields for Participant {
    const NAME: &'static str = "Participant";
    const KEYS: &'static [&'static str] =
        &["id", "userId", "unreadCount", "clientAssociations", "userExternalId", "lastRead"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut user_id = None;
        let mut unread_count = None;
        let mut client_associations = None;
        let mut user_external_id = None;
        let mut last_read = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut user_id),
                2 => object.value(&mut unread_count),
                3 => object.value(&mut client_associations),
                4 => object.value(&mut user_external_id),
                5 => object.value(&mut last_read),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id: given(id, "id")?, user_id, unread_count, client_associations, user_external_id, last_read })
    }
}

impl<'de> Deserialize<'de> for Participant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Participant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("userId", &self.user_id);
        object.option("unreadCount", &self.unread_count);
        object.option("clientAssociations", &self.client_associations);
        object.option("userExternalId", &self.user_external_id);
        object.option("lastRead", &self.last_read);
        object.end()
    }
}
