// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Coordinates of the place.
    ///
    /// Used in [`LocationMessage`].
    pub struct Coordinates {
        /// Latitude on the globe.
        default lat: f64 = "lat", with_lat;
        /// Longitude on the globe.
        default long: f64 = "long", with_long;
    }

    new(lat: f64, long: f64)

    also blank
}
