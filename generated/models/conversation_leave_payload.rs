// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationLeavePayload {
    /// Conversation that the user was removed from.
    pub conversation: Option<ConversationTruncated>,
    /// The user who left.
    pub user: Option<UserTruncated>,
}

impl ConversationLeavePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None, user: None }
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<UserTruncated>) -> Self {
        self.user = Some(user.into());
        self
    }
}

impl Default for ConversationLeavePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ConversationLeavePayload {
    const NAME: &'static str = "ConversationLeavePayload";
    const KEYS: &'static [&'static str] = &["conversation", "user"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation = None;
        let mut user = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut conversation),
                1 => object.value(&mut user),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation, user })
    }
}

impl<'de> Deserialize<'de> for ConversationLeavePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationLeavePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("conversation", &self.conversation);
        object.option("user", &self.user);
        object.end()
    }
}
