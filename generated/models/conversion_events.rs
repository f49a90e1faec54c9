// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Details of the processed conversion events.
    ///
    /// Used in [`ConversionEventsResponse`].
    pub struct ConversionEvents {
        /// ID of the dataset that received the conversion events.
        option dataset_id: String = "datasetId" as Text, with_dataset_id;
        /// Number of conversion events received and processed.
        option events_received: i64 = "eventsReceived", with_events_received;
    }

    new()

    also blank
}
