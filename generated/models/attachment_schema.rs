// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A file that was uploaded.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Attachment {
    /// URL of the uploaded attachment.
    ///
    /// With private attachments enabled, fetching it takes an authorization header; see the [private
    /// attachments
    /// guide](https://developer.zendesk.com/documentation/zendesk-web-widget-sdks/messaging_private_attachments/).
    pub media_url: String,
    /// Media type of the uploaded attachment.
    pub media_type: Option<String>,
}

impl Attachment {
    /// Made of what is required; all else is unset.
    pub fn new(media_url: impl Into<String>) -> Self {
        Self { media_url: media_url.into(), media_type: None }
    }

    /// Sets [`Self::media_url`].
    pub fn with_media_url(mut self, media_url: impl Into<String>) -> Self {
        self.media_url = media_url.into();
        self
    }

    /// Sets [`Self::media_type`].
    pub fn with_media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }
}

impl Fields for Attachment {
    const NAME: &'static str = "Attachment";
    const KEYS: &'static [&'static str] = &["mediaUrl", "mediaType"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut media_url = None;
        let mut media_type = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut media_url),
                1 => object.value(&mut media_type),
                _ => object.skip(),
            }?;
        }
        Ok(Self { media_url: given(media_url, "mediaUrl")?, media_type })
    }
}

impl<'de> Deserialize<'de> for Attachment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Attachment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("mediaUrl", &self.media_url);
        object.option("mediaType", &self.media_type);
        object.end()
    }
}
