// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `switchboardListResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SwitchboardListResponse {
    /// The switchboards returned.
    pub switchboards: Vec<Switchboard>,
}
