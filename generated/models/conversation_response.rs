// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationResponse {
    /// The conversation.
    pub conversation: Conversation,
}

impl Fields for ConversationResponse {
    const NAME: &'static str = "ConversationResponse";
    const KEYS: &'static [&'static str] = &["conversation"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut conversation),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation: given(conversation, "conversation")? })
    }
}

impl<'de> Deserialize<'de> for ConversationResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("conversation", &self.conversation);
        object.end()
    }
}
