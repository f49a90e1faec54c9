// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a message says.
///
/// Told apart by `type`. A kind that this version does not know arrives as `Unknown`, with all
/// its JSON; a known kind whose content does not fit is an error.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
#[non_exhaustive]
pub enum Content {
    /// `carousel`
    #[serde(rename = "carousel")]
    Carousel(CarouselMessage),
    /// `file`
    #[serde(rename = "file")]
    File(FileMessage),
    /// `form`
    #[serde(rename = "form")]
    Form(FormMessage),
    /// `formResponse`
    #[serde(rename = "formResponse")]
    FormResponse(FormResponseMessage),
    /// `image`
    #[serde(rename = "image")]
    Image(ImageMessage),
    /// `list`
    #[serde(rename = "list")]
    List(ListMessage),
    /// `location`
    #[serde(rename = "location")]
    Location(LocationMessage),
    /// `template`
    #[serde(rename = "template")]
    Template(TemplateMessage),
    /// `text`
    #[serde(rename = "text")]
    Text(TextMessage),
    /// Any other kind, as the API wrote it.
    #[serde(untagged)]
    Unknown(Json),
}

impl Content {
    /// The `type` that tells the variants apart.
    #[must_use]
    #[inline]
    pub fn type_(&self) -> Cow<'_, str> {
        match self {
            Self::Carousel(_) => Cow::Borrowed("carousel"),
            Self::File(_) => Cow::Borrowed("file"),
            Self::Form(_) => Cow::Borrowed("form"),
            Self::FormResponse(_) => Cow::Borrowed("formResponse"),
            Self::Image(_) => Cow::Borrowed("image"),
            Self::List(_) => Cow::Borrowed("list"),
            Self::Location(_) => Cow::Borrowed("location"),
            Self::Template(_) => Cow::Borrowed("template"),
            Self::Text(_) => Cow::Borrowed("text"),
            Self::Unknown(json) => json.text_of("type").unwrap_or_default(),
        }
    }
}

impl Tagged for Content {
    const TAG: &'static str = "type";
    const KNOWN: &'static [&'static str] =
        &["carousel", "file", "form", "formResponse", "image", "list", "location", "template", "text"];
    fn decode<'de, D: Deserializer<'de>>(tag: &str, content: D) -> Result<Self, D::Error> {
        match tag {
            "carousel" => Deserialize::deserialize(content).map(Self::Carousel),
            "file" => Deserialize::deserialize(content).map(Self::File),
            "form" => Deserialize::deserialize(content).map(Self::Form),
            "formResponse" => Deserialize::deserialize(content).map(Self::FormResponse),
            "image" => Deserialize::deserialize(content).map(Self::Image),
            "list" => Deserialize::deserialize(content).map(Self::List),
            "location" => Deserialize::deserialize(content).map(Self::Location),
            "template" => Deserialize::deserialize(content).map(Self::Template),
            "text" => Deserialize::deserialize(content).map(Self::Text),
            _ => Err(de::Error::unknown_variant(tag, Self::KNOWN)),
        }
    }

    #[inline]
    fn unknown(json: Json) -> Self {
        Self::Unknown(json)
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tagged(deserializer)
    }
}

impl From<CarouselMessage> for Content {
    #[inline]
    fn from(content: CarouselMessage) -> Self {
        Self::Carousel(content)
    }
}

impl From<FileMessage> for Content {
    #[inline]
    fn from(content: FileMessage) -> Self {
        Self::File(content)
    }
}

impl From<FormMessage> for Content {
    #[inline]
    fn from(content: FormMessage) -> Self {
        Self::Form(content)
    }
}

impl From<FormResponseMessage> for Content {
    #[inline]
    fn from(content: FormResponseMessage) -> Self {
        Self::FormResponse(content)
    }
}

impl From<ImageMessage> for Content {
    #[inline]
    fn from(content: ImageMessage) -> Self {
        Self::Image(content)
    }
}

impl From<ListMessage> for Content {
    #[inline]
    fn from(content: ListMessage) -> Self {
        Self::List(content)
    }
}

impl From<LocationMessage> for Content {
    #[inline]
    fn from(content: LocationMessage) -> Self {
        Self::Location(content)
    }
}

impl From<TemplateMessage> for Content {
    #[inline]
    fn from(content: TemplateMessage) -> Self {
        Self::Template(content)
    }
}

impl From<TextMessage> for Content {
    #[inline]
    fn from(content: TextMessage) -> Self {
        Self::Text(content)
    }
}
