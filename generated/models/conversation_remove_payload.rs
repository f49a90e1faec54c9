// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationRemovePayload {
    /// The deleted conversation.
    pub conversation: Option<ConversationTruncated>,
}

impl ConversationRemovePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None }
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }
}

impl Default for ConversationRemovePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ConversationRemovePayload {
    const NAME: &'static str = "ConversationRemovePayload";
    const KEYS: &'static [&'static str] = &["conversation"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut conversation),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation })
    }
}

impl<'de> Deserialize<'de> for ConversationRemovePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationRemovePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("conversation", &self.conversation);
        object.end()
    }
}
