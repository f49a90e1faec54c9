// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A file that was uploaded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attachment {
    /// URL of the uploaded attachment.
    ///
    /// With private attachments enabled, fetching it takes an authorization header; see the [private
    /// attachments
    /// guide](https://developer.zendesk.com/documentation/zendesk-web-widget-sdks/messaging_private_attachments/).
    #[serde(rename = "mediaUrl")]
    pub media_url: String,
    /// Media type of the uploaded attachment.
    #[serde(rename = "mediaType", skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
}

impl Attachment {
    /// Made of what is required; all else is unset.
    pub fn new(media_url: impl Into<String>) -> Self {
        Self { media_url: media_url.into(), media_type: None }
    }

    /// Sets [`Self::media_url`].
    pub fn with_media_url(mut self, media_url: impl Into<String>) -> Self {
        self.media_url = media_url.into();
        self
    }

    /// Sets [`Self::media_type`].
    pub fn with_media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }
}
