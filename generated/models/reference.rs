// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// References that can link to the sources of a bot's answer.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reference {
    /// URI of the content referred to; at most 2048 characters.
    pub uri: String,
    /// Optional title of the reference; 1 to 128 characters.
    pub title: Option<String>,
    /// Optional description of the content referred to; 1 to 256 characters.
    pub description: Option<String>,
}

impl Reference {
    /// Made of what is required; all else is unset.
    pub fn new(uri: impl Into<String>) -> Self {
        Self { uri: uri.into(), title: None, description: None }
    }

    /// Sets [`Self::uri`].
    pub fn with_uri(mut self, uri: impl Into<String>) -> Self {
        self.uri = uri.into();
        self
    }

    /// Sets [`Self::title`].
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets [`Self::description`].
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

impl Fields for Reference {
    const NAME: &'static str = "Reference";
    const KEYS: &'static [&'static str] = &["uri", "title", "description"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut uri = None;
        let mut title = None;
        let mut description = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut uri),
                1 => object.value(&mut title),
                2 => object.value(&mut description),
                _ => object.skip(),
            }?;
        }
        Ok(Self { uri: given(uri, "uri")?, title, description })
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Reference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("uri", &self.uri);
        object.option("title", &self.title);
        object.option("description", &self.description);
        object.end()
    }
}
