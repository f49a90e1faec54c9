// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A part of a carousel or of a list.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Item {
    /// Title of the item; 1 to 128 characters.
    pub title: String,
    /// Description of the item; at most 128 characters.
    pub description: Option<String>,
    /// URL of the image attached to the item; at most 2048 characters.
    pub media_url: Option<String>,
    /// MIME type of the image at `mediaUrl`, if any; at most 128 characters.
    pub media_type: Option<String>,
    /// Description of the media for accessibility; at most 128 characters.
    ///
    /// Optional; the file name is saved by default.
    pub alt_text: Option<String>,
    /// Size of the image.
    pub size: Option<ItemSize>,
    /// Actions that belong to the item.
    pub actions: Vec<ActionSubset>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
}

impl Item {
    /// Made of what is required; all else is unset.
    pub fn new(title: impl Into<String>, actions: impl IntoIterator<Item = impl Into<ActionSubset>>) -> Self {
        Self {
            title: title.into(),
            description: None,
            media_url: None,
            media_type: None,
            alt_text: None,
            size: None,
            actions: actions.into_iter().map(Into::into).collect(),
            metadata: None,
        }
    }

    /// Sets [`Self::title`].
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Sets [`Self::description`].
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets [`Self::media_url`].
    pub fn with_media_url(mut self, media_url: impl Into<String>) -> Self {
        self.media_url = Some(media_url.into());
        self
    }

    /// Sets [`Self::media_type`].
    pub fn with_media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// Sets [`Self::alt_text`].
    pub fn with_alt_text(mut self, alt_text: impl Into<String>) -> Self {
        self.alt_text = Some(alt_text.into());
        self
    }

    /// Sets [`Self::size`].
    pub fn with_size(mut self, size: impl Into<ItemSize>) -> Self {
        self.size = Some(size.into());
        self
    }

    /// Sets [`Self::actions`].
    pub fn with_actions(mut self, actions: impl IntoIterator<Item = impl Into<ActionSubset>>) -> Self {
        self.actions = actions.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}

impl Fields for Item {
    const NAME: &'static str = "Item";
    const KEYS: &'static [&'static str] =
        &["title", "description", "mediaUrl", "mediaType", "altText", "size", "actions", "metadata"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut title = None;
        let mut description = None;
        let mut media_url = None;
        let mut media_type = None;
        let mut alt_text = None;
        let mut size = None;
        let mut actions = None;
        let mut metadata = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut title),
                1 => object.value(&mut description),
                2 => object.value(&mut media_url),
                3 => object.value(&mut media_type),
                4 => object.value(&mut alt_text),
                5 => object.value(&mut size),
                6 => object.required(&mut actions),
                7 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            title: given(title, "title")?,
            description,
            media_url,
            media_type,
            alt_text,
            size,
            actions: given(actions, "actions")?,
            metadata,
        })
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("title", &self.title);
        object.option("description", &self.description);
        object.option("mediaUrl", &self.media_url);
        object.option("mediaType", &self.media_type);
        object.option("altText", &self.alt_text);
        object.option("size", &self.size);
        object.field("actions", &self.actions);
        object.option("metadata", &self.metadata);
        object.end()
    }
}

/// Size of the image.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ItemSize {
    /// `compact`
    Compact,
    /// `large`
    Large,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl ItemSize {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Compact => "compact",
            Self::Large => "large",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ItemSize {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "compact" => Self::Compact,
            "large" => Self::Large,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ItemSize {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ItemSize {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ItemSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
