// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An API key to be created for a custom integration.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegrationKeyCreateBody {
    /// Name of the API key.
    pub display_name: String,
}

impl IntegrationKeyCreateBody {
    /// Made of what is required; all else is unset.
    pub fn new(display_name: impl Into<String>) -> Self {
        Self { display_name: display_name.into() }
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = display_name.into();
        self
    }
}

impl Fields for IntegrationKeyCreateBody {
    const NAME: &'static str = "IntegrationKeyCreateBody";
    const KEYS: &'static [&'static str] = &["displayName"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut display_name = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut display_name),
                _ => object.skip(),
            }?;
        }
        Ok(Self { display_name: given(display_name, "displayName")? })
    }
}

impl<'de> Deserialize<'de> for IntegrationKeyCreateBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for IntegrationKeyCreateBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("displayName", &self.display_name);
        object.end()
    }
}
