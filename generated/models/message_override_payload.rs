// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Payload that the channel receives exactly as given.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageOverridePayload {
    /// See [`Json`].
    pub payload: Option<Json>,
}

impl MessageOverridePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { payload: None }
    }

    /// Sets [`Self::payload`].
    pub fn with_payload(mut self, payload: impl Into<Json>) -> Self {
        self.payload = Some(payload.into());
        self
    }
}

impl Default for MessageOverridePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for MessageOverridePayload {
    const NAME: &'static str = "MessageOverridePayload";
    const KEYS: &'static [&'static str] = &["payload"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut payload = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut payload),
                _ => object.skip(),
            }?;
        }
        Ok(Self { payload })
    }
}

impl<'de> Deserialize<'de> for MessageOverridePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MessageOverridePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("payload", &self.payload);
        object.end()
    }
}
