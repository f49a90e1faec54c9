// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An app to be created.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AppCreateBody {
    /// Friendly name of the app.
    #[serde(rename = "displayName")]
    pub display_name: String,
    /// See [`AppSettings`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<AppSettings>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
}

impl AppCreateBody {
    /// Made of what is required; all else is unset.
    pub fn new(display_name: impl Into<String>) -> Self {
        Self { display_name: display_name.into(), settings: None, metadata: None }
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = display_name.into();
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
