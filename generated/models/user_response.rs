// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`create_user`](crate::ApiClient::create_user),
    /// [`get_user`](crate::ApiClient::get_user), [`update_user`](crate::ApiClient::update_user) and 2 more.
    pub struct UserResponse {
        /// The user.
        required user: User = "user";
    }
}
