// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A conversation goes on by email.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferToEmail {
    /// Data of the activity; `ticket:transfer:email` carries none at present.
    pub data: Option<Json>,
}

impl TransferToEmail {
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

impl Default for TransferToEmail {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for TransferToEmail {
    const NAME: &'static str = "TransferToEmail";
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

impl<'de> Deserialize<'de> for TransferToEmail {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for TransferToEmail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("data", &self.data);
        object.end()
    }
}
