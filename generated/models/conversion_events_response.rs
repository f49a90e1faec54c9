// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `conversionEventsResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversionEventsResponse {
    /// The API's `conversionEvents`.
    #[serde(rename = "conversionEvents")]
    pub conversion_events: ConversionEvents,
}
