// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// References that can link to the sources of a bot's answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reference {
    /// URI of the content referred to; at most 2048 characters.
    pub uri: String,
    /// Optional title of the reference; 1 to 128 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Optional description of the content referred to; 1 to 256 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
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
