// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Where the message was sent.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeliveryDestination {
    /// Channel that the message was sent to.
    ///
    /// For example `web`, `ios`, `android`, `messenger`, `viber`, `telegram`, `wechat`, `line`, `twilio`,
    /// `api` or `notification`; any other channel can occur.
    pub type_: Option<String>,
    /// ID of the integration that the message was sent to.
    pub integration_id: Option<String>,
}

impl DeliveryDestination {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { type_: None, integration_id: None }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::integration_id`].
    pub fn with_integration_id(mut self, integration_id: impl Into<String>) -> Self {
        self.integration_id = Some(integration_id.into());
        self
    }
}

impl Default for DeliveryDestination {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for DeliveryDestination {
    const NAME: &'static str = "DeliveryDestination";
    const KEYS: &'static [&'static str] = &["type", "integrationId"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut integration_id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut type_),
                1 => object.value(&mut integration_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { type_, integration_id })
    }
}

impl<'de> Deserialize<'de> for DeliveryDestination {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for DeliveryDestination {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("type", &self.type_);
        object.option("integrationId", &self.integration_id);
        object.end()
    }
}
