// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SwitchboardResponse {
    /// The switchboard.
    pub switchboard: Switchboard,
}

impl Fields for SwitchboardResponse {
    const NAME: &'static str = "SwitchboardResponse";
    const KEYS: &'static [&'static str] = &["switchboard"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut switchboard = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut switchboard),
                _ => object.skip(),
            }?;
        }
        Ok(Self { switchboard: given(switchboard, "switchboard")? })
    }
}

impl<'de> Deserialize<'de> for SwitchboardResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SwitchboardResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("switchboard", &self.switchboard);
        object.end()
    }
}
