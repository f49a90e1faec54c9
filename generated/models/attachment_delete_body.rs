// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Which attachment to delete.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachmentDeleteBody {
    /// Media URL that a file or image message uses.
    pub media_url: String,
}

impl AttachmentDeleteBody {
    /// Made of what is required; all else is unset.
    pub fn new(media_url: impl Into<String>) -> Self {
        Self { media_url: media_url.into() }
    }

    /// Sets [`Self::media_url`].
    pub fn with_media_url(mut self, media_url: impl Into<String>) -> Self {
        self.media_url = media_url.into();
        self
    }
}

impl Fields for AttachmentDeleteBody {
    const NAME: &'static str = "AttachmentDeleteBody";
    const KEYS: &'static [&'static str] = &["mediaUrl"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut media_url = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut media_url),
                _ => object.skip(),
            }?;
        }
        Ok(Self { media_url: given(media_url, "mediaUrl")? })
    }
}

impl<'de> Deserialize<'de> for AttachmentDeleteBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AttachmentDeleteBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("mediaUrl", &self.media_url);
        object.end()
    }
}
