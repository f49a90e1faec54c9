// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `switchboardResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SwitchboardResponse {
    /// The switchboard.
    pub switchboard: Switchboard,
}
