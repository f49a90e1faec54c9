// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SwitchboardPassControlFailurePayload {
    /// Details of the failure.
    pub error: Option<Json>,
    /// Conversation that the switchboard event was fired from.
    pub conversation: Option<ConversationTruncated>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
}

impl SwitchboardPassControlFailurePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { error: None, conversation: None, metadata: None }
    }

    /// Sets [`Self::error`].
    pub fn with_error(mut self, error: impl Into<Json>) -> Self {
        self.error = Some(error.into());
        self
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}

impl Default for SwitchboardPassControlFailurePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for SwitchboardPassControlFailurePayload {
    const NAME: &'static str = "SwitchboardPassControlFailurePayload";
    const KEYS: &'static [&'static str] = &["error", "conversation", "metadata"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut error = None;
        let mut conversation = None;
        let mut metadata = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut error),
                1 => object.value(&mut conversation),
                2 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { error, conversation, metadata })
    }
}

impl<'de> Deserialize<'de> for SwitchboardPassControlFailurePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SwitchboardPassControlFailurePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("error", &self.error);
        object.option("conversation", &self.conversation);
        object.option("metadata", &self.metadata);
        object.end()
    }
}
