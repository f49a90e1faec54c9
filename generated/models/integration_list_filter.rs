// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Which integrations to list.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegrationListFilter {
    /// Types to return, separated by commas; all types if omitted.
    pub types: Option<String>,
}

impl IntegrationListFilter {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { types: None }
    }

    /// Sets [`Self::types`].
    pub fn with_types(mut self, types: impl Into<String>) -> Self {
        self.types = Some(types.into());
        self
    }
}

impl Default for IntegrationListFilter {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for IntegrationListFilter {
    const NAME: &'static str = "IntegrationListFilter";
    const KEYS: &'static [&'static str] = &["types"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut types = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut types),
                _ => object.skip(),
            }?;
        }
        Ok(Self { types })
    }
}

impl<'de> Deserialize<'de> for IntegrationListFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for IntegrationListFilter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("types", &self.types);
        object.end()
    }
}
