// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationUpdateBody {
    /// Friendly name of the conversation, which the business or the user may see.
    #[serde(rename = "displayName", default, skip_serializing_if = "Patch::is_keep")]
    pub display_name: Patch<String>,
    /// Short description of the conversation; 1 to 100 characters.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub description: Patch<String>,
    /// URL of a custom icon for the conversation; 1 to 2048 characters.
    ///
    /// The image is a JPG, PNG or GIF.
    #[serde(rename = "iconUrl", default, skip_serializing_if = "Patch::is_keep")]
    pub icon_url: Patch<String>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub metadata: Patch<Json>,
}

impl ConversationUpdateBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { display_name: Patch::Keep, description: Patch::Keep, icon_url: Patch::Keep, metadata: Patch::Keep }
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

    /// Sets [`Self::description`].
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Patch::Set(description.into());
        self
    }

    /// Clears [`Self::description`]: the API sets it to `null`.
    #[inline]
    pub fn clear_description(mut self) -> Self {
        self.description = Patch::Clear;
        self
    }

    /// Sets [`Self::icon_url`].
    pub fn with_icon_url(mut self, icon_url: impl Into<String>) -> Self {
        self.icon_url = Patch::Set(icon_url.into());
        self
    }

    /// Clears [`Self::icon_url`]: the API sets it to `null`.
    #[inline]
    pub fn clear_icon_url(mut self) -> Self {
        self.icon_url = Patch::Clear;
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

impl Default for ConversationUpdateBody {
    fn default() -> Self {
        Self::new()
    }
}
