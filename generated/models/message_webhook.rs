// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message, as webhooks carry it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageWebhook {
    /// Unique ID of the message.
    pub id: String,
    /// Time at which Sunshine Conversations got the message, in the form `YYYY-MM-DDThh:mm:ss.SSSZ`.
    pub received: Option<Time>,
    /// See [`AuthorWebhook`].
    pub author: Option<AuthorWebhook>,
    /// Content of the message.
    pub content: Option<Content>,
    /// See [`SourceWithCampaign`].
    pub source: Option<SourceWithCampaign>,
    /// The quoted message.
    ///
    /// At present available only for WhatsApp and for `formResponse` messages of the Web Messenger.
    pub quoted_message: Option<QuotedMessage>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
    /// Whether this is a placeholder for a deleted message (`true` if so).
    pub deleted: Option<bool>,
}

impl MessageWebhook {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            received: None,
            author: None,
            content: None,
            source: None,
            quoted_message: None,
            metadata: None,
            deleted: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::received`].
    pub fn with_received(mut self, received: impl Into<Time>) -> Self {
        self.received = Some(received.into());
        self
    }

    /// Sets [`Self::author`].
    pub fn with_author(mut self, author: impl Into<AuthorWebhook>) -> Self {
        self.author = Some(author.into());
        self
    }

    /// Sets [`Self::content`].
    pub fn with_content(mut self, content: impl Into<Content>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<SourceWithCampaign>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`Self::quoted_message`].
    pub fn with_quoted_message(mut self, quoted_message: impl Into<QuotedMessage>) -> Self {
        self.quoted_message = Some(quoted_message.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::deleted`].
    pub fn with_deleted(mut self, deleted: impl Into<bool>) -> Self {
        self.deleted = Some(deleted.into());
        self
    }
}

impl Fields for MessageWebhook {
    const NAME: &'static str = "MessageWebhook";
    const KEYS: &'static [&'static str] =
        &["id", "received", "author", "content", "source", "quotedMessage", "metadata", "deleted"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut received = None;
        let mut author = None;
        let mut content = None;
        let mut source = None;
        let mut quoted_message = None;
        let mut metadata = None;
        let mut deleted = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut received),
                2 => object.value(&mut author),
                3 => object.value(&mut content),
                4 => object.value(&mut source),
                5 => object.value(&mut quoted_message),
                6 => object.value(&mut metadata),
                7 => object.value(&mut deleted),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id: given(id, "id")?, received, author, content, source, quoted_message, metadata, deleted })
    }
}

impl<'de> Deserialize<'de> for MessageWebhook {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MessageWebhook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("received", &self.received);
        object.option("author", &self.author);
        object.option("content", &self.content);
        object.option("source", &self.source);
        object.option("quotedMessage", &self.quoted_message);
        object.option("metadata", &self.metadata);
        object.option("deleted", &self.deleted);
        object.end()
    }
}
