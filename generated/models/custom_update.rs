// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a custom integration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CustomUpdate {
    /// Name by which people recognise the integration; 1 to 100 characters. Set it to `null` to remove it.
    #[serde(rename = "displayName", default, skip_serializing_if = "Patch::is_keep")]
    pub display_name: Patch<String>,
}

impl CustomUpdate {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { display_name: Patch::Keep }
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Patch::Set(display_name.into());
        self
    }

    /// Clears [`Self::display_name`]: the API sets it to `null`.
    #[inline]
    pub fn clear_display_name(mut self) -> Self {
        self.display_name = Patch::Clear;
        self
    }
}

impl Default for CustomUpdate {
    fn default() -> Self {
        Self::new()
    }
}
