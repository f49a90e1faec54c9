// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a custom integration.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomUpdate {
    /// Name by which people recognise the integration; 1 to 100 characters. Set it to `null` to remove it.
    pub display_name: Patch<String>,
}

impl CustomUpdate {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { display_name: Patch::Keep }
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Patch::Set(display_name.into());
        self
    }

    /// Clears [`Self::display_name`]: the API sets it to `null`.
    #[inline]
    pub fn clear_display_name(mut self) -> Self {
        self.display_name = Patch::Clear;
        self
    }
}

impl Default for CustomUpdate {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for CustomUpdate {
    const NAME: &'static str = "CustomUpdate";
    const KEYS: &'static [&'static str] = &["displayName"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut display_name = Patch::Keep;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut display_name),
                _ => object.skip(),
            }?;
        }
        Ok(Self { display_name })
    }
}

impl<'de> Deserialize<'de> for CustomUpdate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for CustomUpdate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.patch("displayName", &self.display_name);
        object.end()
    }
}
