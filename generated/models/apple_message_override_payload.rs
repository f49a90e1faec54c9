// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Payload that the channel receives exactly as given.
    ///
    /// Used in [`MessageOverride`].
    pub struct AppleMessageOverridePayload {
        /// The payload.
        option payload: Json = "payload", with_payload;
        /// Capabilities that the end user needs in order to receive the override message.
        ///
        /// - `LIST`: list picker
        /// - `TIME`: time picker
        /// - `FORM`: form
        /// - `QUICK`: quick reply
        /// - `AUTH2`: authentication.
        option with_capabilities: [AppleCapability] = "withCapabilities", with_with_capabilities;
    }

    new()
}
