// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Action that opens a URI when tapped.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Link {
    /// URI that a click on the button leads to in the clients.
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
}

impl Link {
    /// Made of what is required; all else is unset.
    pub fn new(uri: impl Into<String>, text: impl Into<String>) -> Self {
        Self { uri: uri.into(), text: text.into(), default: None, metadata: None, extra_channel_options: None }
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
}

impl Fields for Link {
    const NAME: &'static str = "Link";
    const KEYS: &'static [&'static str] = &["type", "uri", "text", "default", "metadata", "extraChannelOptions"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut uri = None;
        let mut text = None;
        let mut default = None;
        let mut metadata = None;
        let mut extra_channel_options = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.required(&mut uri),
                2 => object.required(&mut text),
                3 => object.value(&mut default),
                4 => object.value(&mut metadata),
                5 => object.value(&mut extra_channel_options),
                _ => object.skip(),
            }?;
        }
        Ok(Self { uri: given(uri, "uri")?, text: given(text, "text")?, default, metadata, extra_channel_options })
    }
}

impl<'de> Deserialize<'de> for Link {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("uri", &self.uri);
        object.field("text", &self.text);
        object.option("default", &self.default);
        object.option("metadata", &self.metadata);
        object.option("extraChannelOptions", &self.extra_channel_options);
        object.end()
    }
}
