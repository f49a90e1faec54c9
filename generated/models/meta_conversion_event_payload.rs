// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Payload for Meta's conversion events API.
///
/// Its structure must be exactly that of the [Conversions
/// API](https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/server-event), but
/// without `user_data` and `messaging_channel`: Zendesk adds these.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MetaConversionEventPayload {
    /// Conversion events to send to Meta's API for them.
    pub data: Vec<Json>,
}

impl MetaConversionEventPayload {
    /// Made of what is required; all else is unset.
    pub fn new(data: impl IntoIterator<Item = impl Into<Json>>) -> Self {
        Self { data: data.into_iter().map(Into::into).collect() }
    }

    /// Sets [`Self::data`].
    pub fn with_data(mut self, data: impl IntoIterator<Item = impl Into<Json>>) -> Self {
        self.data = data.into_iter().map(Into::into).collect();
        self
    }
}

impl Fields for MetaConversionEventPayload {
    const NAME: &'static str = "MetaConversionEventPayload";
    const KEYS: &'static [&'static str] = &["data"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut data = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut data),
                _ => object.skip(),
            }?;
        }
        Ok(Self { data: given(data, "data")? })
    }
}

impl<'de> Deserialize<'de> for MetaConversionEventPayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MetaConversionEventPayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("data", &self.data);
        object.end()
    }
}
