// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Payload that the channel receives exactly as given.
    ///
    /// Used in [`MessageOverride`].
    pub struct MessageOverridePayload {
        /// The payload.
        option payload: Json = "payload", with_payload;
    }

    new()
}
