// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The payload of a button that the end user pressed.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostbackWebhook {
    /// Payload of the postback.
    pub payload: Option<String>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
}

impl PostbackWebhook {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { payload: None, metadata: None }
    }

    /// Sets [`Self::payload`].
    pub fn with_payload(mut self, payload: impl Into<String>) -> Self {
        self.payload = Some(payload.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}

impl Default for PostbackWebhook {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for PostbackWebhook {
    const NAME: &'static str = "PostbackWebhook";
    const KEYS: &'static [&'static str] = &["payload", "metadata"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut payload = None;
        let mut metadata = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut payload),
                1 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { payload, metadata })
    }
}

impl<'de> Deserialize<'de> for PostbackWebhook {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for PostbackWebhook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("payload", &self.payload);
        object.option("metadata", &self.metadata);
        object.end()
    }
}
