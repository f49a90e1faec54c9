// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The activity sent.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationReadActivity {
    /// Type of activity; defaults to `conversation:read`.
    pub type_: Option<String>,
    /// Where the activity came from.
    pub source: Option<SourceWebhook>,
    /// See [`AuthorWebhook`].
    pub author: Option<AuthorWebhook>,
}

impl ConversationReadActivity {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { type_: None, source: None, author: None }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<SourceWebhook>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`Self::author`].
    pub fn with_author(mut self, author: impl Into<AuthorWebhook>) -> Self {
        self.author = Some(author.into());
        self
    }
}

impl Default for ConversationReadActivity {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ConversationReadActivity {
    const NAME: &'static str = "ConversationReadActivity";
    const KEYS: &'static [&'static str] = &["type", "source", "author"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut source = None;
        let mut author = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut type_),
                1 => object.value(&mut source),
                2 => object.value(&mut author),
                _ => object.skip(),
            }?;
        }
        Ok(Self { type_, source, author })
    }
}

impl<'de> Deserialize<'de> for ConversationReadActivity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationReadActivity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("type", &self.type_);
        object.option("source", &self.source);
        object.option("author", &self.author);
        object.end()
    }
}
