// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Criteria that match an end user by email address, for Mailgun.
    ///
    /// Variant of [`MatchCriteria`].
    pub struct MatchCriteriaMailgun {
        /// ID of the integration to link, which must be of the given `type`.
        required integration_id: IntegrationId = "integrationId", with_integration_id;
        /// Whether the client becomes the target conversation's primary one when linking is complete; `true` by
        /// default.
        ///
        /// Defaults to `true`.
        option primary: bool = "primary", with_primary;
        /// Email address of the user.
        required address: String = "address", with_address;
        /// Subject of the outgoing email; `New message from {appName}` by default.
        ///
        /// Defaults to `New message from {appName}`.
        option subject: String = "subject", with_subject;
    }

    tag "type" = "mailgun"

    new(integration_id: IntegrationId, address: String)
}
