// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Details of the place.
    ///
    /// Used in [`LocationMessage`].
    pub struct Location {
        /// Address of the place.
        option address: String = "address", with_address;
        /// Name of the place.
        option name: String = "name", with_name;
    }

    new()
}
