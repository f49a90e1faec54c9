// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`create_user`](crate::ApiClient::create_user).
    pub struct UserCreateBody {
        /// Unique identifier of the user; 1 to 1024 characters.
        ///
        /// It gives a user the same conversation [across multiple
        /// devices](https://developer.zendesk.com/documentation/conversations/messaging-platform/users/authenticating-users/).
        option external_id: String = "externalId", with_external_id;
        /// The `brandId` of the user, when the new user is brand-separated; 1 to 24 characters.
        option brand_id: String = "brandId", with_brand_id;
        /// Date on which the user signed up, an ISO 8601 timestamp (`YYYY-MM-DDThh:mm:ss.sssZ`).
        option signed_up_at: Time = "signedUpAt", with_signed_up_at;
        /// Whether to retain the user beyond their inactive expiry.
        ///
        /// See [deletion schedules for bot-only
        /// conversations](https://support.zendesk.com/hc/en-us/articles/8499219792154).
        option to_be_retained: bool = "toBeRetained", with_to_be_retained;
        /// The user's profile information.
        option profile: Profile = "profile", with_profile;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
    }

    new()
}
