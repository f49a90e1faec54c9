// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Changes to a custom integration.
    ///
    /// Used in [`IntegrationUpdate`].
    pub struct CustomIntegrationUpdate {
        /// Display name of the integration; 1 to 100 characters. Set it to `null` to remove it.
        patch display_name: String = "displayName", with_display_name, clear_display_name;
    }

    new()

    also fits
}

body_of! { CustomIntegration => CustomIntegrationUpdate }
