// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Conversion event data as Meta expects it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MetaConversionEvent {
    /// See [`MetaConversionEventPayload`].
    pub payload: MetaConversionEventPayload,
}

impl MetaConversionEvent {
    /// Made of what is required; all else is unset.
    pub fn new(payload: impl Into<MetaConversionEventPayload>) -> Self {
        Self { payload: payload.into() }
    }

    /// Sets [`Self::payload`].
    pub fn with_payload(mut self, payload: impl Into<MetaConversionEventPayload>) -> Self {
        self.payload = payload.into();
        self
    }
}

impl Fields for MetaConversionEvent {
    const NAME: &'static str = "MetaConversionEvent";
    const KEYS: &'static [&'static str] = &["payload"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut payload = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut payload),
                _ => object.skip(),
            }?;
        }
        Ok(Self { payload: given(payload, "payload")? })
    }
}

impl<'de> Deserialize<'de> for MetaConversionEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MetaConversionEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("payload", &self.payload);
        object.end()
    }
}
