// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Status of the integration.
    ///
    /// Used in [`AndroidIntegration`], [`AppleIntegration`], [`CustomIntegration`] and 13 more.
    pub enum IntegrationStatus: str {
        /// `inactive`
        Inactive = "inactive",
        /// `active`
        Active = "active",
        /// `error`
        Error = "error",
    }
}
