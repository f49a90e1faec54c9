// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Conversion event data as Meta expects it.
    ///
    /// Used in [`ConversionEventsBody`].
    pub struct MetaConversionEvent {
        /// Payload for Meta's conversion events API.
        ///
        /// Its structure must be exactly that of the [Conversions
        /// API](https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/server-event),
        /// but without `user_data` and `messaging_channel`: Zendesk adds these.
        required payload: MetaConversionEventPayload = "payload", with_payload;
    }

    new(payload: MetaConversionEventPayload)
}
