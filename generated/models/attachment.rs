// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// An uploaded file.
    ///
    /// Used in [`AttachmentResponse`].
    pub struct Attachment {
        /// URL of the uploaded attachment.
        ///
        /// With private attachments enabled, fetching it requires an authorization header; see the [private
        /// attachments
        /// guide](https://developer.zendesk.com/documentation/zendesk-web-widget-sdks/messaging_private_attachments/).
        default media_url: String = "mediaUrl", with_media_url;
        /// Media type of the uploaded attachment.
        option media_type: String = "mediaType", with_media_type;
    }

    new()

    also blank
}
