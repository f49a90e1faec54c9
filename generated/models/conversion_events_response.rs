// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`post_conversion_events`](crate::ApiClient::post_conversion_events).
    pub struct ConversionEventsResponse {
        /// Details of the processed conversion events.
        required conversion_events: ConversionEvents = "conversionEvents";
    }
}
