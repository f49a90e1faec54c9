// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Details of the place.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Location {
    /// Address of the place.
    pub address: Option<String>,
    /// Name of the place.
    pub name: Option<String>,
}

impl Location {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { address: None, name: None }
    }

    /// Sets [`Self::address`].
    pub fn with_address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }

    /// Sets [`Self::name`].
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl Default for Location {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Location {
    const NAME: &'static str = "Location";
    const KEYS: &'static [&'static str] = &["address", "name"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut address = None;
        let mut name = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut address),
                1 => object.value(&mut name),
                _ => object.skip(),
            }?;
        }
        Ok(Self { address, name })
    }
}

impl<'de> Deserialize<'de> for Location {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Location {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("address", &self.address);
        object.option("name", &self.name);
        object.end()
    }
}
