// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Identity connected to the user, for example an email address.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Identity {
    /// Type of the identity.
    pub type_: Option<String>,
    /// Value of the identity; 1 to 128 characters.
    pub value: Option<String>,
    /// Type of verification that the identity went through.
    pub verification: Option<String>,
}

impl Identity {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { type_: None, value: None, verification: None }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::value`].
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Sets [`Self::verification`].
    pub fn with_verification(mut self, verification: impl Into<String>) -> Self {
        self.verification = Some(verification.into());
        self
    }
}

impl Default for Identity {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Identity {
    const NAME: &'static str = "Identity";
    const KEYS: &'static [&'static str] = &["type", "value", "verification"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut value = None;
        let mut verification = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut type_),
                1 => object.value(&mut value),
                2 => object.value(&mut verification),
                _ => object.skip(),
            }?;
        }
        Ok(Self { type_, value, verification })
    }
}

impl<'de> Deserialize<'de> for Identity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Identity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("type", &self.type_);
        object.option("value", &self.value);
        object.option("verification", &self.verification);
        object.end()
    }
}
