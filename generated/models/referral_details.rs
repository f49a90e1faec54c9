// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Further information about the referral.
    ///
    /// Used in [`Referral`].
    pub struct ReferralDetails {
        /// Source of the referral, for example `MESSENGER_CODE` or `ADS`.
        option source: String = "source", with_source;
        /// Kind of referral, usually `OPEN-THREAD`.
        option type_: String = "type", with_type;
        /// ID of the ad; present if the referral was made by one.
        option ad_id: String = "adId", with_ad_id;
    }

    new()
}
