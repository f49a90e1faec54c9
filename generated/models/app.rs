// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An app, the root of all else: its users, conversations, integrations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct App {
    /// Canonical ID of the app, by which it can be retrieved.
    pub id: String,
    /// Friendly name of the app.
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// See [`AppSettings`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<AppSettings>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
}

impl App {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), display_name: None, settings: None, metadata: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Sets [`Self::settings`].
    pub fn with_settings(mut self, settings: impl Into<AppSettings>) -> Self {
        self.settings = Some(settings.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}
