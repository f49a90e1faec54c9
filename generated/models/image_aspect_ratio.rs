// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Aspect ratio of all images in the carousel: `horizontal` (the default) or `square`.
    ///
    /// Takes effect only in Facebook Messenger, the Web Messenger and the Android and iOS SDKs.
    ///
    /// Used in [`CarouselDisplaySettings`].
    pub enum ImageAspectRatio: str {
        /// `horizontal`
        Horizontal = "horizontal",
        /// `square`
        Square = "square",
    }
}
