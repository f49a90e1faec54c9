// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Conversation to which the client is to be attached.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClientTarget {
    /// ID of the target conversation.
    pub conversation_id: String,
}

impl ClientTarget {
    /// Made of what is required; all else is unset.
    pub fn new(conversation_id: impl Into<String>) -> Self {
        Self { conversation_id: conversation_id.into() }
    }

    /// Sets [`Self::conversation_id`].
    pub fn with_conversation_id(mut self, conversation_id: impl Into<String>) -> Self {
        self.conversation_id = conversation_id.into();
        self
    }
}

impl Fields for ClientTarget {
    const NAME: &'static str = "ClientTarget";
    const KEYS: &'static [&'static str] = &["conversationId"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation_id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut conversation_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation_id: given(conversation_id, "conversationId")? })
    }
}

impl<'de> Deserialize<'de> for ClientTarget {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ClientTarget {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("conversationId", &self.conversation_id);
        object.end()
    }
}
