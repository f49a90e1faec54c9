// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversionEventsResponse {
    /// See [`ConversionEvents`].
    pub conversion_events: ConversionEvents,
}

impl Fields for ConversionEventsResponse {
    const NAME: &'static str = "ConversionEventsResponse";
    const KEYS: &'static [&'static str] = &["conversionEvents"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversion_events = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut conversion_events),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversion_events: given(conversion_events, "conversionEvents")? })
    }
}

impl<'de> Deserialize<'de> for ConversionEventsResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversionEventsResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("conversionEvents", &self.conversion_events);
        object.end()
    }
}
