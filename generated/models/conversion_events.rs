// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Details of the processed conversion events.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversionEvents {
    /// ID of the dataset that received the conversion events.
    pub dataset_id: Option<String>,
    /// Number of conversion events received and processed.
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

impl Fields for ConversionEvents {
    const NAME: &'static str = "ConversionEvents";
    const KEYS: &'static [&'static str] = &["datasetId", "eventsReceived"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut dataset_id = None;
        let mut events_received = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.with(lenient::Text, &mut dataset_id),
                1 => object.value(&mut events_received),
                _ => object.skip(),
            }?;
        }
        Ok(Self { dataset_id, events_received })
    }
}

impl<'de> Deserialize<'de> for ConversionEvents {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversionEvents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("datasetId", &self.dataset_id);
        object.option("eventsReceived", &self.events_received);
        object.end()
    }
}
