// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The end user ended the conversation.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EndedByUser {
    /// Data of the activity; `conversation:endedByUser` carries none at present.
    pub data: Option<Json>,
}

impl EndedByUser {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { data: None }
    }

    /// Sets [`Self::data`].
    pub fn with_data(mut self, data: impl Into<Json>) -> Self {
        self.data = Some(data.into());
        self
    }
}

impl Default for EndedByUser {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for EndedByUser {
    const NAME: &'static str = "EndedByUser";
    const KEYS: &'static [&'static str] = &["type", "data"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut data = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.value(&mut data),
                _ => object.skip(),
            }?;
        }
        Ok(Self { data })
    }
}

impl<'de> Deserialize<'de> for EndedByUser {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for EndedByUser {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("data", &self.data);
        object.end()
    }
}
