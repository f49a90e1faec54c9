// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`offer_control`](crate::ApiClient::offer_control).
    pub struct OfferControlBody {
        /// Switchboard integration to make pending, given by `id`, `name` or `integrationType`.
        ///
        /// They are tried in that order. An ambiguous value is an error, for example `custom` when the
        /// switchboard has more than one integration of that type. The keyword `next` offers control to the
        /// next integration in the switchboard configuration.
        ///
        /// The active integration isn't allowed.
        required switchboard_integration: String = "switchboardIntegration", with_switchboard_integration;
        /// Custom properties in a flat object of at most 4 KB; values are strings, numbers or booleans.
        ///
        /// Included in the webhooks `switchboard:offerControl` and `switchboard:offerControl:failure`.
        option metadata: Json = "metadata", with_metadata;
    }

    new(switchboard_integration: String)
}
