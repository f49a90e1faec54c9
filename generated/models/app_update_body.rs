// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to an app.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AppUpdateBody {
    /// Friendly name of the app.
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// See [`AppSettings`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<AppSettings>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub metadata: Patch<Json>,
}

impl AppUpdateBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { display_name: None, settings: None, metadata: Patch::Keep }
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
        self.metadata = Patch::Set(metadata.into());
        self
    }

    /// Clears [`Self::metadata`]: the API sets it to `null`.
    #[inline]
    pub fn clear_metadata(mut self) -> Self {
        self.metadata = Patch::Clear;
        self
    }
}

impl Default for AppUpdateBody {
    fn default() -> Self {
        Self::new()
    }
}
