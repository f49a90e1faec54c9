// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Message reference that Apple returned.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppleMessageRef {
    /// See [`AppleInteractiveDataRef`].
    pub interactive_data_ref: AppleInteractiveDataRef,
}

impl AppleMessageRef {
    /// Made of what is required; all else is unset.
    pub fn new(interactive_data_ref: impl Into<AppleInteractiveDataRef>) -> Self {
        Self { interactive_data_ref: interactive_data_ref.into() }
    }

    /// Sets [`Self::interactive_data_ref`].
    pub fn with_interactive_data_ref(mut self, interactive_data_ref: impl Into<AppleInteractiveDataRef>) -> Self {
        self.interactive_data_ref = interactive_data_ref.into();
        self
    }
}

impl Fields for AppleMessageRef {
    const NAME: &'static str = "AppleMessageRef";
    const KEYS: &'static [&'static str] = &["interactiveDataRef"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut interactive_data_ref = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut interactive_data_ref),
                _ => object.skip(),
            }?;
        }
        Ok(Self { interactive_data_ref: given(interactive_data_ref, "interactiveDataRef")? })
    }
}

impl<'de> Deserialize<'de> for AppleMessageRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppleMessageRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("interactiveDataRef", &self.interactive_data_ref);
        object.end()
    }
}
