// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A user: an end user who talks with the business.
    ///
    /// Used in [`AuthorWebhook`], [`ConversationCreatePayload`],
    /// [`ConversationMessageDeliveryFailurePayload`] and 8 more.
    pub struct User {
        /// Unique ID of the user.
        required id: UserId = "id", with_id;
        /// Whether the user has authenticated, by JWT or through the Help Center.
        ///
        /// Read-only: not sent in requests.
        option authenticated: bool = "authenticated", read_only;
        /// Optional second ID by which the user can be retrieved.
        option external_id: String = "externalId" as Text, with_external_id;
        /// ID of the core Zendesk user that corresponds to this messaging user.
        ///
        /// The Zendesk Support API returns the core user record for it.
        option zendesk_id: String = "zendeskId", with_zendesk_id;
        /// The `brandId` of the user, if brand-separated.
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
        /// Identities connected to the user.
        ///
        /// Read-only: not sent in requests.
        option identities: [Identity] = "identities", read_only;
        /// Whether the user has saved payment details.
        ///
        /// Read-only: not sent in requests.
        option has_payment_info: bool = "hasPaymentInfo", read_only;
    }

    new(id: UserId)

    also blank
}
