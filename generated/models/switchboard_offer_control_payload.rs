// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SwitchboardOfferControlPayload {
    /// Conversation that the switchboard event was fired from.
    ///
    /// On success, its `activeSwitchboardIntegration` is the integration whose control is on offer, and its
    /// `pendingSwitchboardIntegration` the one that control is offered to.
    pub conversation: Option<ConversationTruncated>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
}

impl SwitchboardOfferControlPayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None, metadata: None }
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

impl Default for SwitchboardOfferControlPayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for SwitchboardOfferControlPayload {
    const NAME: &'static str = "SwitchboardOfferControlPayload";
    const KEYS: &'static [&'static str] = &["conversation", "metadata"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation = None;
        let mut metadata = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut conversation),
                1 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation, metadata })
    }
}

impl<'de> Deserialize<'de> for SwitchboardOfferControlPayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SwitchboardOfferControlPayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("conversation", &self.conversation);
        object.option("metadata", &self.metadata);
        object.end()
    }
}
