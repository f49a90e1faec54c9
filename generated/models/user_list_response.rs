// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`list_users`](crate::ApiClient::list_users).
    pub struct UserListResponse {
        /// The users returned.
        required users: [User] = "users";
    }
}

page! { UserListResponse: User in users }
