// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationTypingPayload {
    /// Conversation that the activity was sent in.
    pub conversation: Option<ConversationTruncated>,
    /// See [`ConversationTypingActivity`].
    pub activity: Option<ConversationTypingActivity>,
}

impl ConversationTypingPayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None, activity: None }
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::activity`].
    pub fn with_activity(mut self, activity: impl Into<ConversationTypingActivity>) -> Self {
        self.activity = Some(activity.into());
        self
    }
}

impl Default for ConversationTypingPayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ConversationTypingPayload {
    const NAME: &'static str = "ConversationTypingPayload";
    const KEYS: &'static [&'static str] = &["conversation", "activity"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation = None;
        let mut activity = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut conversation),
                1 => object.value(&mut activity),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation, activity })
    }
}

impl<'de> Deserialize<'de> for ConversationTypingPayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationTypingPayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("conversation", &self.conversation);
        object.option("activity", &self.activity);
        object.end()
    }
}
