// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Error behind the failed delivery.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeliveryError {
    /// Code of the error.
    pub code: Option<String>,
    /// Description of the error.
    pub message: Option<String>,
}

impl DeliveryError {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { code: None, message: None }
    }

    /// Sets [`Self::code`].
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Sets [`Self::message`].
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }
}

impl Default for DeliveryError {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for DeliveryError {
    const NAME: &'static str = "DeliveryError";
    const KEYS: &'static [&'static str] = &["code", "message"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut code = None;
        let mut message = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut code),
                1 => object.value(&mut message),
                _ => object.skip(),
            }?;
        }
        Ok(Self { code, message })
    }
}

impl<'de> Deserialize<'de> for DeliveryError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for DeliveryError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("code", &self.code);
        object.option("message", &self.message);
        object.end()
    }
}
