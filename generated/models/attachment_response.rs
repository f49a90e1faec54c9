// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `attachmentResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AttachmentResponse {
    /// The attachment that was uploaded.
    pub attachment: Attachment,
}
