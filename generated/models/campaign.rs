// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Campaign that the user interacted with, where there is one.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Campaign {
    /// Unique ID of the campaign.
    pub id: Option<String>,
}

impl Campaign {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { id: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

impl Default for Campaign {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Campaign {
    const NAME: &'static str = "Campaign";
    const KEYS: &'static [&'static str] = &["id"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id })
    }
}

impl<'de> Deserialize<'de> for Campaign {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Campaign {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("id", &self.id);
        object.end()
    }
}
