// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Accepts an offer of control of a conversation.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AcceptControlBody {
    /// Custom properties in a flat object of at most 4 KB; values are strings, numbers or booleans.
    ///
    /// Sent along in the webhooks `switchboard:acceptControl` and `switchboard:acceptControl:failure`.
    pub metadata: Option<Json>,
}

impl AcceptControlBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { metadata: None }
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}

impl Default for AcceptControlBody {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for AcceptControlBody {
    const NAME: &'static str = "AcceptControlBody";
    const KEYS: &'static [&'static str] = &["metadata"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut metadata = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { metadata })
    }
}

impl<'de> Deserialize<'de> for AcceptControlBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AcceptControlBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("metadata", &self.metadata);
        object.end()
    }
}
