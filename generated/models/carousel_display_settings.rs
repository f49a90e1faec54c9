// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Layout settings of the carousel.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CarouselDisplaySettings {
    /// Aspect ratio of all images in the carousel: `horizontal` (the default) or `square`.
    ///
    /// Takes effect only in Facebook Messenger, the Web Messenger and the Android and iOS SDKs.
    pub image_aspect_ratio: Option<ImageAspectRatio>,
}

impl CarouselDisplaySettings {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { image_aspect_ratio: None }
    }

    /// Sets [`Self::image_aspect_ratio`].
    pub fn with_image_aspect_ratio(mut self, image_aspect_ratio: impl Into<ImageAspectRatio>) -> Self {
        self.image_aspect_ratio = Some(image_aspect_ratio.into());
        self
    }
}

impl Default for CarouselDisplaySettings {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for CarouselDisplaySettings {
    const NAME: &'static str = "CarouselDisplaySettings";
    const KEYS: &'static [&'static str] = &["imageAspectRatio"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut image_aspect_ratio = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut image_aspect_ratio),
                _ => object.skip(),
            }?;
        }
        Ok(Self { image_aspect_ratio })
    }
}

impl<'de> Deserialize<'de> for CarouselDisplaySettings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for CarouselDisplaySettings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("imageAspectRatio", &self.image_aspect_ratio);
        object.end()
    }
}

/// Aspect ratio of all images in the carousel: `horizontal` (the default) or `square`.
///
/// Takes effect only in Facebook Messenger, the Web Messenger and the Android and iOS SDKs.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImageAspectRatio {
    /// `horizontal`
    Horizontal,
    /// `square`
    Square,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl ImageAspectRatio {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Horizontal => "horizontal",
            Self::Square => "square",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ImageAspectRatio {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "horizontal" => Self::Horizontal,
            "square" => Self::Square,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ImageAspectRatio {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ImageAspectRatio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ImageAspectRatio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
