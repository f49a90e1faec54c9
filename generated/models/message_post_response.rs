// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The messages created. There may be several when the request uses the shorthand syntax for a template
/// message preceded by text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MessagePostResponse {
    /// See [`Message`].
    pub messages: Vec<Message>,
}
