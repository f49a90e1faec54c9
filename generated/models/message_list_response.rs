// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageListResponse {
    /// The messages found.
    pub messages: Vec<Message>,
    /// See [`Meta`].
    pub meta: Meta,
    /// See [`Links`].
    pub links: Option<Links>,
}

impl Fields for MessageListResponse {
    const NAME: &'static str = "MessageListResponse";
    const KEYS: &'static [&'static str] = &["messages", "meta", "links"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut messages = None;
        let mut meta = Meta::new();
        let mut links = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut messages),
                1 => object.value(&mut meta),
                2 => object.value(&mut links),
                _ => object.skip(),
            }?;
        }
        Ok(Self { messages: given(messages, "messages")?, meta, links })
    }
}

impl<'de> Deserialize<'de> for MessageListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MessageListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("messages", &self.messages);
        object.field("meta", &self.meta);
        object.option("links", &self.links);
        object.end()
    }
}

impl Page for MessageListResponse {
    type Item = Message;
    #[inline]
    fn meta(&self) -> &Meta {
        &self.meta
    }

    #[inline]
    fn into_items(self) -> Vec<Self::Item> {
        self.messages
    }
}
