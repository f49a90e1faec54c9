// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Type of confirmation.
    ///
    /// Used in [`ClientConfirmation`].
    pub enum ClientConfirmationType: str {
        /// `immediate`
        Immediate = "immediate",
        /// `userActivity`
        UserActivity = "userActivity",
        /// `prompt`
        Prompt = "prompt",
    }
}
