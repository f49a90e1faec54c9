// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Criteria that match an end user by phone number, for WhatsApp.
    ///
    /// Variant of [`MatchCriteria`].
    pub struct MatchCriteriaWhatsApp {
        /// ID of the integration to link, which must be of the given `type`.
        required integration_id: IntegrationId = "integrationId", with_integration_id;
        /// Whether the client becomes the target conversation's primary one when linking is complete; `true` by
        /// default.
        ///
        /// Defaults to `true`.
        option primary: bool = "primary", with_primary;
        /// Phone number of the user, with the `+` prefix and the country code.
        ///
        /// Valid: `+1 212-555-2368`, `+12125552368`, `+1 212 555 2368`. Invalid: `212 555 2368`,
        /// `1 212 555 2368`.
        required phone_number: String = "phoneNumber", with_phone_number;
    }

    tag "type" = "whatsapp"

    new(integration_id: IntegrationId, phone_number: String)
}
