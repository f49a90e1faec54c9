// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`delete_attachment`](crate::ApiClient::delete_attachment).
    pub struct AttachmentDeleteBody {
        /// Media URL that a file or image message uses.
        required media_url: String = "mediaUrl", with_media_url;
    }

    new(media_url: String)
}
