// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A choice of a field of a form.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FormOption {
    /// Label under which the Web Messenger displays the option; 1 to 128 characters.
    pub label: Option<String>,
    /// Name of the option, unique within the field; 1 to 128 characters.
    pub name: Option<String>,
}

impl FormOption {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { label: None, name: None }
    }

    /// Sets [`Self::label`].
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Sets [`Self::name`].
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl Default for FormOption {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for FormOption {
    const NAME: &'static str = "FormOption";
    const KEYS: &'static [&'static str] = &["label", "name"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut label = None;
        let mut name = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut label),
                1 => object.value(&mut name),
                _ => object.skip(),
            }?;
        }
        Ok(Self { label, name })
    }
}

impl<'de> Deserialize<'de> for FormOption {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for FormOption {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("label", &self.label);
        object.option("name", &self.name);
        object.end()
    }
}
