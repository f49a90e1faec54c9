// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeviceListResponse {
    /// The devices returned.
    pub devices: Vec<Device>,
}

impl Fields for DeviceListResponse {
    const NAME: &'static str = "DeviceListResponse";
    const KEYS: &'static [&'static str] = &["devices"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut devices = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut devices),
                _ => object.skip(),
            }?;
        }
        Ok(Self { devices: given(devices, "devices")? })
    }
}

impl<'de> Deserialize<'de> for DeviceListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for DeviceListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("devices", &self.devices);
        object.end()
    }
}
