// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`upload_attachment`](crate::ApiClient::upload_attachment).
    pub struct AttachmentResponse {
        /// The attachment that was uploaded.
        required attachment: Attachment = "attachment";
    }
}
