// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A quoted message of the same conversation.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct QuotedMessageMessage {
    /// See [`Message`].
    pub message: Option<Message>,
}

impl QuotedMessageMessage {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { message: None }
    }

    /// Sets [`Self::message`].
    pub fn with_message(mut self, message: impl Into<Message>) -> Self {
        self.message = Some(message.into());
        self
    }
}

impl Default for QuotedMessageMessage {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for QuotedMessageMessage {
    const NAME: &'static str = "QuotedMessageMessage";
    const KEYS: &'static [&'static str] = &["type", "message"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut message = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.value(&mut message),
                _ => object.skip(),
            }?;
        }
        Ok(Self { message })
    }
}

impl<'de> Deserialize<'de> for QuotedMessageMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for QuotedMessageMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("message", &self.message);
        object.end()
    }
}
