// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Details of the processed conversion events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversionEvents {
    /// ID of the dataset that received the conversion events.
    #[serde(
        rename = "datasetId",
        default,
        deserialize_with = "crate::lenient::text",
        skip_serializing_if = "Option::is_none"
    )]
    pub dataset_id: Option<String>,
    /// Number of conversion events received and processed.
    #[serde(rename = "eventsReceived", skip_serializing_if = "Option::is_none")]
    pub events_received: Option<i64>,
}

impl ConversionEvents {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { dataset_id: None, events_received: None }
    }

    /// Sets [`Self::dataset_id`].
    pub fn with_dataset_id(mut self, dataset_id: impl Into<String>) -> Self {
        self.dataset_id = Some(dataset_id.into());
        self
    }

    /// Sets [`Self::events_received`].
    pub fn with_events_received(mut self, events_received: impl Into<i64>) -> Self {
        self.events_received = Some(events_received.into());
        self
    }
}

impl Default for ConversionEvents {
    fn default() -> Self {
        Self::new()
    }
}
