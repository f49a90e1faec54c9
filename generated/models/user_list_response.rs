// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `userListResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserListResponse {
    /// The users returned.
    pub users: Vec<User>,
}
