// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message to be posted.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessagePost {
    /// Author of the message.
    pub author: Author,
    /// Content of the message.
    pub content: Content,
    /// See [`Destination`].
    pub destination: Option<Destination>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
    /// See [`MessageOverride`].
    pub override_: Option<MessageOverride>,
    /// Schema of `content`; with `whatsapp`, the native WhatsApp one for message templates.
    ///
    /// See WhatsApp's [schema](https://developers.facebook.com/docs/whatsapp/api/messages/message-templates)
    /// and the
    /// [guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/message-overrides/#template-messages) to sending templates there.
    pub schema: Option<String>,
}

impl MessagePost {
    /// Made of what is required; all else is unset.
    pub fn new(author: impl Into<Author>, content: impl Into<Content>) -> Self {
        Self {
            author: author.into(),
            content: content.into(),
            destination: None,
            metadata: None,
            override_: None,
            schema: None,
        }
    }

    /// Sets [`Self::author`].
    pub fn with_author(mut self, author: impl Into<Author>) -> Self {
        self.author = author.into();
        self
    }

    /// Sets [`Self::content`].
    pub fn with_content(mut self, content: impl Into<Content>) -> Self {
        self.content = content.into();
        self
    }

    /// Sets [`Self::destination`].
    pub fn with_destination(mut self, destination: impl Into<Destination>) -> Self {
        self.destination = Some(destination.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::override_`].
    pub fn with_override(mut self, override_: impl Into<MessageOverride>) -> Self {
        self.override_ = Some(override_.into());
        self
    }

    /// Sets [`Self::schema`].
    pub fn with_schema(mut self, schema: impl Into<String>) -> Self {
        self.schema = Some(schema.into());
        self
    }
}

impl Fields for MessagePost {
    const NAME: &'static str = "MessagePost";
    const KEYS: &'static [&'static str] = &["author", "content", "destination", "metadata", "override", "schema"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut author = None;
        let mut content = None;
        let mut destination = None;
        let mut metadata = None;
        let mut override_ = None;
        let mut schema = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut author),
                1 => object.required(&mut content),
                2 => object.value(&mut destination),
                3 => object.value(&mut metadata),
                4 => object.value(&mut override_),
                5 => object.value(&mut schema),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            author: given(author, "author")?,
            content: given(content, "content")?,
            destination,
            metadata,
            override_,
            schema,
        })
    }
}

impl<'de> Deserialize<'de> for MessagePost {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MessagePost {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("author", &self.author);
        object.field("content", &self.content);
        object.option("destination", &self.destination);
        object.option("metadata", &self.metadata);
        object.option("override", &self.override_);
        object.option("schema", &self.schema);
        object.end()
    }
}
