// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Coordinates of the place.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Coordinates {
    /// Latitude on the globe.
    pub lat: f64,
    /// Longitude on the globe.
    pub long: f64,
}

impl Coordinates {
    /// Made of what is required; all else is unset.
    pub fn new(lat: impl Into<f64>, long: impl Into<f64>) -> Self {
        Self { lat: lat.into(), long: long.into() }
    }

    /// Sets [`Self::lat`].
    pub fn with_lat(mut self, lat: impl Into<f64>) -> Self {
        self.lat = lat.into();
        self
    }

    /// Sets [`Self::long`].
    pub fn with_long(mut self, long: impl Into<f64>) -> Self {
        self.long = long.into();
        self
    }
}

impl Fields for Coordinates {
    const NAME: &'static str = "Coordinates";
    const KEYS: &'static [&'static str] = &["lat", "long"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut lat = None;
        let mut long = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut lat),
                1 => object.required(&mut long),
                _ => object.skip(),
            }?;
        }
        Ok(Self { lat: given(lat, "lat")?, long: given(long, "long")? })
    }
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Coordinates {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("lat", &self.lat);
        object.field("long", &self.long);
        object.end()
    }
}
