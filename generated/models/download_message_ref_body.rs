// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`download_message_ref`](crate::ApiClient::download_message_ref).
    pub struct DownloadMessageRefBody {
        /// ID of the user.
        required user_id: UserId = "userId", with_user_id;
        /// Message reference that Apple returned.
        option apple: AppleMessageRef = "apple", with_apple;
    }

    new(user_id: UserId)
}
