// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The messages created. There may be several when the request uses the shorthand syntax for a template
/// message preceded by text.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessagePostResponse {
    /// See [`Message`].
    pub messages: Vec<Message>,
}

impl Fields for MessagePostResponse {
    const NAME: &'static str = "MessagePostResponse";
    const KEYS: &'static [&'static str] = &["messages"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut messages = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut messages),
                _ => object.skip(),
            }?;
        }
        Ok(Self { messages: given(messages, "messages")? })
    }
}

impl<'de> Deserialize<'de> for MessagePostResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MessagePostResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("messages", &self.messages);
        object.end()
    }
}
