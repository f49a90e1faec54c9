// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Action that asks the user for their location.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LocationRequest {
    /// Text on the button.
    pub text: String,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
}

impl LocationRequest {
    /// Made of what is required; all else is unset.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), metadata: None }
    }

    /// Sets [`Self::text`].
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}

impl Fields for LocationRequest {
    const NAME: &'static str = "LocationRequest";
    const KEYS: &'static [&'static str] = &["type", "text", "metadata"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut text = None;
        let mut metadata = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.required(&mut text),
                2 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { text: given(text, "text")?, metadata })
    }
}

impl<'de> Deserialize<'de> for LocationRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for LocationRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("text", &self.text);
        object.option("metadata", &self.metadata);
        object.end()
    }
}
