// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A button that answers with its text, and goes away.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reply {
    /// Text on the button, preferably not empty, since some channels may not support an empty one.
    ///
    /// Facebook Messenger cuts it after 20 characters; Web Messenger, iOS and Android cut it after 40.
    pub text: String,
    /// String that helps to identify the context of the action, used when the reply is posted.
    ///
    /// Metadata serves more complex needs.
    pub payload: String,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
    /// URL of an icon shown beside the reply option.
    pub icon_url: Option<String>,
}

impl Reply {
    /// Made of what is required; all else is unset.
    pub fn new(text: impl Into<String>, payload: impl Into<String>) -> Self {
        Self { text: text.into(), payload: payload.into(), metadata: None, icon_url: None }
    }

    /// Sets [`Self::text`].
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`Self::payload`].
    pub fn with_payload(mut self, payload: impl Into<String>) -> Self {
        self.payload = payload.into();
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::icon_url`].
    pub fn with_icon_url(mut self, icon_url: impl Into<String>) -> Self {
        self.icon_url = Some(icon_url.into());
        self
    }
}

impl Fields for Reply {
    const NAME: &'static str = "Reply";
    const KEYS: &'static [&'static str] = &["type", "text", "payload", "metadata", "iconUrl"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut text = None;
        let mut payload = None;
        let mut metadata = None;
        let mut icon_url = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.required(&mut text),
                2 => object.required(&mut payload),
                3 => object.value(&mut metadata),
                4 => object.value(&mut icon_url),
                _ => object.skip(),
            }?;
        }
        Ok(Self { text: given(text, "text")?, payload: given(payload, "payload")?, metadata, icon_url })
    }
}

impl<'de> Deserialize<'de> for Reply {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Reply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("text", &self.text);
        object.field("payload", &self.payload);
        object.option("metadata", &self.metadata);
        object.option("iconUrl", &self.icon_url);
        object.end()
    }
}
