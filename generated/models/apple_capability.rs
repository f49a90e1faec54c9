// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// A capability that an Apple Messages for Business client must have.
    ///
    /// Used in [`AppleMessageOverridePayload`].
    pub enum AppleCapability: str {
        /// `LIST`
        List = "LIST",
        /// `TIME`
        Time = "TIME",
        /// `FORM`
        Form = "FORM",
        /// `QUICK`
        Quick = "QUICK",
        /// `AUTH2`
        Auth2 = "AUTH2",
    }
}
