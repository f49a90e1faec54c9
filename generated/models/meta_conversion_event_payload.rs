// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Payload for Meta's conversion events API.
    ///
    /// Its structure must be exactly that of the [Conversions
    /// API](https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/server-event),
    /// but without `user_data` and `messaging_channel`: Zendesk adds these.
    ///
    /// Used in [`MetaConversionEvent`].
    pub struct MetaConversionEventPayload {
        /// Conversion events to send to Meta's API for them.
        required data: [Json] = "data", with_data;
    }

    new(data: [Json])

    also blank
}
