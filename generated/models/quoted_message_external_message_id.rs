// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A quoted message that only the channel knows.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct QuotedMessageExternalMessageId {
    /// External ID of the quoted message.
    pub external_message_id: Option<String>,
}

impl QuotedMessageExternalMessageId {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { external_message_id: None }
    }

    /// Sets [`Self::external_message_id`].
    pub fn with_external_message_id(mut self, external_message_id: impl Into<String>) -> Self {
        self.external_message_id = Some(external_message_id.into());
        self
    }
}

impl Default for QuotedMessageExternalMessageId {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for QuotedMessageExternalMessageId {
    const NAME: &'static str = "QuotedMessageExternalMessageId";
    const KEYS: &'static [&'static str] = &["type", "externalMessageId"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut external_message_id = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.value(&mut external_message_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { external_message_id })
    }
}

impl<'de> Deserialize<'de> for QuotedMessageExternalMessageId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for QuotedMessageExternalMessageId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("externalMessageId", &self.external_message_id);
        object.end()
    }
}
