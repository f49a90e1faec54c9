// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SwitchboardIntegrationListResponse {
    /// The switchboard integrations returned.
    pub switchboard_integrations: Vec<SwitchboardIntegration>,
}

impl Fields for SwitchboardIntegrationListResponse {
    const NAME: &'static str = "SwitchboardIntegrationListResponse";
    const KEYS: &'static [&'static str] = &["switchboardIntegrations"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut switchboard_integrations = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut switchboard_integrations),
                _ => object.skip(),
            }?;
        }
        Ok(Self { switchboard_integrations: given(switchboard_integrations, "switchboardIntegrations")? })
    }
}

impl<'de> Deserialize<'de> for SwitchboardIntegrationListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SwitchboardIntegrationListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("switchboardIntegrations", &self.switchboard_integrations);
        object.end()
    }
}
