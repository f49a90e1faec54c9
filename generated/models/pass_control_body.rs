// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`pass_control`](crate::ApiClient::pass_control).
    pub struct PassControlBody {
        /// Switchboard integration to make active, given by `id`, `name` or `integrationType`.
        ///
        /// They are tried in that order. An ambiguous value is an error, for example `custom` when the
        /// switchboard has more than one integration of that type. The keyword `next` passes control to the
        /// next integration in the switchboard configuration.
        required switchboard_integration: String = "switchboardIntegration", with_switchboard_integration;
        /// Custom properties in a flat object of at most 4 KB; values are strings, numbers or booleans.
        ///
        /// Included in the webhook `switchboard:passControl`.
        option metadata: Json = "metadata", with_metadata;
    }

    new(switchboard_integration: String)
}
