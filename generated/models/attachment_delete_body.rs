// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Which attachment to delete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AttachmentDeleteBody {
    /// Media URL that a file or image message uses.
    #[serde(rename = "mediaUrl")]
    pub media_url: String,
}

impl AttachmentDeleteBody {
    /// Made of what is required; all else is unset.
    pub fn new(media_url: impl Into<String>) -> Self {
        Self { media_url: media_url.into() }
    }

    /// Sets [`Self::media_url`].
    pub fn with_media_url(mut self, media_url: impl Into<String>) -> Self {
        self.media_url = media_url.into();
        self
    }
}
