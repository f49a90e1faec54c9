// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Tier of the Twitter app; new integrations can only have `enterprise`.
    ///
    /// Used in [`TwitterIntegration`].
    pub enum TwitterTier: str {
        /// `enterprise`
        Enterprise = "enterprise",
    }
}
