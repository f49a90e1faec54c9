// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The fields of a user that webhook events contain.
    ///
    /// Used in [`ClientAddPayload`], [`ClientRemovePayload`], [`ClientUpdatePayload`] and 3 more.
    pub struct UserTruncated {
        /// Unique ID of the user.
        default id: UserId = "id", with_id;
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
    }

    new(id: UserId)
}
