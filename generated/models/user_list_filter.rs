// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Parameter of [`list_users`](crate::ApiClient::list_users).
    pub struct UserListFilter {
        /// Email address of the user.
        ///
        /// It is compared with the emails in the `identities` array, never with `profile.email`.
        required identities_email: String = "identities.email", with_identities_email;
    }

    new(identities_email: String)
}
