// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Coordinates of the place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
