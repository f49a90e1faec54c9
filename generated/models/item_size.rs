// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Size of the image.
    ///
    /// Used in [`Item`].
    pub enum ItemSize: str {
        /// `compact`
        Compact = "compact",
        /// `large`
        Large = "large",
    }
}
