// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`update_user`](crate::ApiClient::update_user).
    pub struct UserUpdateBody {
        /// Date on which the user signed up, an ISO 8601 timestamp (`YYYY-MM-DDThh:mm:ss.sssZ`).
        option signed_up_at: Time = "signedUpAt", with_signed_up_at;
        /// Whether to retain the user beyond their inactive expiry.
        ///
        /// See [deletion schedules for bot-only
        /// conversations](https://support.zendesk.com/hc/en-us/articles/8499219792154).
        option to_be_retained: bool = "toBeRetained", with_to_be_retained;
        /// The user's profile information.
        option profile: ProfileUpdate = "profile", with_profile;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        patch metadata: Json = "metadata", with_metadata, clear_metadata;
    }

    new()
}

body_of! { User => UserUpdateBody }
