// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SwitchboardIntegrationResponse {
    /// The switchboard integration.
    pub switchboard_integration: SwitchboardIntegration,
}

impl Fields for SwitchboardIntegrationResponse {
    const NAME: &'static str = "SwitchboardIntegrationResponse";
    const KEYS: &'static [&'static str] = &["switchboardIntegration"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut switchboard_integration = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut switchboard_integration),
                _ => object.skip(),
            }?;
        }
        Ok(Self { switchboard_integration: given(switchboard_integration, "switchboardIntegration")? })
    }
}

impl<'de> Deserialize<'de> for SwitchboardIntegrationResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SwitchboardIntegrationResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("switchboardIntegration", &self.switchboard_integration);
        object.end()
    }
}
