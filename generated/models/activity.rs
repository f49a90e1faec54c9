// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Something an end user or the business did that is no message, such as typing or reading.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Activity {
    /// Type of the activity. An author of type `user` can use only `conversation:read`.
    pub type_: Option<ActivityType>,
    /// Where the activity came from.
    pub source: Option<SourceWebhook>,
    /// See [`AuthorWebhook`].
    pub author: Option<AuthorWebhook>,
}

impl Activity {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { type_: None, source: None, author: None }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<ActivityType>) -> Self {
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

impl Default for Activity {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Activity {
    const NAME: &'static str = "Activity";
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

impl<'de> Deserialize<'de> for Activity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Activity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("type", &self.type_);
        object.option("source", &self.source);
        object.option("author", &self.author);
        object.end()
    }
}

/// Type of the activity. An author of type `user` can use only `conversation:read`.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ActivityType {
    /// `conversation:read`
    ConversationRead,
    /// `typing:start`
    TypingStart,
    /// `typing:stop`
    TypingStop,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl ActivityType {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ConversationRead => "conversation:read",
            Self::TypingStart => "typing:start",
            Self::TypingStop => "typing:stop",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ActivityType {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "conversation:read" => Self::ConversationRead,
            "typing:start" => Self::TypingStart,
            "typing:stop" => Self::TypingStop,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ActivityType {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ActivityType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ActivityType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
