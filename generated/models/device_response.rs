// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeviceResponse {
    /// The device.
    pub device: Device,
}

impl Fields for DeviceResponse {
    const NAME: &'static str = "DeviceResponse";
    const KEYS: &'static [&'static str] = &["device"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut device = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut device),
                _ => object.skip(),
            }?;
        }
        Ok(Self { device: given(device, "device")? })
    }
}

impl<'de> Deserialize<'de> for DeviceResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for DeviceResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("device", &self.device);
        object.end()
    }
}
