// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `userResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserResponse {
    /// The user.
    pub user: User,
}
