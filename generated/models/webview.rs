// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Action that loads a URI in a webview when clicked or tapped.
///
/// Channels without webviews open the `fallback` URI.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Webview {
    /// URI that a click on the button opens in the webview.
    pub uri: String,
    /// Text on the button.
    pub text: String,
    /// Whether this is the default action of a message item in Facebook Messenger.
    pub default: Option<bool>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
    /// See [`ExtraChannelOptions`].
    pub extra_channel_options: Option<ExtraChannelOptions>,
    /// Size of the webview, for actions of type `webview`.
    pub size: Option<WebviewSize>,
    /// URI for channels without webviews, for actions of type `webview`.
    pub fallback: String,
    /// Whether the webview opens by itself.
    ///
    /// `true` is allowed for one action per message. Only the Web Messenger supports it at present.
    pub open_on_receive: Option<bool>,
}

impl Webview {
    /// Made of what is required; all else is unset.
    pub fn new(uri: impl Into<String>, text: impl Into<String>, fallback: impl Into<String>) -> Self {
        Self {
            uri: uri.into(),
            text: text.into(),
            default: None,
            metadata: None,
            extra_channel_options: None,
            size: None,
            fallback: fallback.into(),
            open_on_receive: None,
        }
    }

    /// Sets [`Self::uri`].
    pub fn with_uri(mut self, uri: impl Into<String>) -> Self {
        self.uri = uri.into();
        self
    }

    /// Sets [`Self::text`].
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`Self::default`].
    pub fn with_default(mut self, default: impl Into<bool>) -> Self {
        self.default = Some(default.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::extra_channel_options`].
    pub fn with_extra_channel_options(mut self, extra_channel_options: impl Into<ExtraChannelOptions>) -> Self {
        self.extra_channel_options = Some(extra_channel_options.into());
        self
    }

    /// Sets [`Self::size`].
    pub fn with_size(mut self, size: impl Into<WebviewSize>) -> Self {
        self.size = Some(size.into());
        self
    }

    /// Sets [`Self::fallback`].
    pub fn with_fallback(mut self, fallback: impl Into<String>) -> Self {
        self.fallback = fallback.into();
        self
    }

    /// Sets [`Self::open_on_receive`].
    pub fn with_open_on_receive(mut self, open_on_receive: impl Into<bool>) -> Self {
        self.open_on_receive = Some(open_on_receive.into());
        self
    }
}

impl Fields for Webview {
    const NAME: &'static str = "Webview";
    const KEYS: &'static [&'static str] =
        &["type", "uri", "text", "default", "metadata", "extraChannelOptions", "size", "fallback", "openOnReceive"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut uri = None;
        let mut text = None;
        let mut default = None;
        let mut metadata = None;
        let mut extra_channel_options = None;
        let mut size = None;
        let mut fallback = None;
        let mut open_on_receive = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.required(&mut uri),
                2 => object.required(&mut text),
                3 => object.value(&mut default),
                4 => object.value(&mut metadata),
                5 => object.value(&mut extra_channel_options),
                6 => object.value(&mut size),
                7 => object.required(&mut fallback),
                8 => object.value(&mut open_on_receive),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            uri: given(uri, "uri")?,
            text: given(text, "text")?,
            default,
            metadata,
            extra_channel_options,
            size,
            fallback: given(fallback, "fallback")?,
            open_on_receive,
        })
    }
}

impl<'de> Deserialize<'de> for Webview {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Webview {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("uri", &self.uri);
        object.field("text", &self.text);
        object.option("default", &self.default);
        object.option("metadata", &self.metadata);
        object.option("extraChannelOptions", &self.extra_channel_options);
        object.option("size", &self.size);
        object.field("fallback", &self.fallback);
        object.option("openOnReceive", &self.open_on_receive);
        object.end()
    }
}

/// Size of the webview, for actions of type `webview`.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebviewSize {
    /// `compact`
    Compact,
    /// `tall`
    Tall,
    /// `full`
    Full,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl WebviewSize {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Compact => "compact",
            Self::Tall => "tall",
            Self::Full => "full",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for WebviewSize {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "compact" => Self::Compact,
            "tall" => Self::Tall,
            "full" => Self::Full,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for WebviewSize {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for WebviewSize {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for WebviewSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
