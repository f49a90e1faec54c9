// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Layout settings of the carousel.
    ///
    /// Used in [`CarouselMessage`].
    pub struct CarouselDisplaySettings {
        /// Aspect ratio of all images in the carousel: `horizontal` (the default) or `square`.
        ///
        /// Takes effect only in Facebook Messenger, the Web Messenger and the Android and iOS SDKs.
        option image_aspect_ratio: ImageAspectRatio = "imageAspectRatio", with_image_aspect_ratio;
    }

    new()
}
