// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SwitchboardListResponse {
    /// The switchboards returned.
    pub switchboards: Vec<Switchboard>,
}

impl Fields for SwitchboardListResponse {
    const NAME: &'static str = "SwitchboardListResponse";
    const KEYS: &'static [&'static str] = &["switchboards"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut switchboards = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut switchboards),
                _ => object.skip(),
            }?;
        }
        Ok(Self { switchboards: given(switchboards, "switchboards")? })
    }
}

impl<'de> Deserialize<'de> for SwitchboardListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SwitchboardListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("switchboards", &self.switchboards);
        object.end()
    }
}
