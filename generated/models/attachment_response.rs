// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachmentResponse {
    /// The attachment that was uploaded.
    pub attachment: Attachment,
}

impl Fields for AttachmentResponse {
    const NAME: &'static str = "AttachmentResponse";
    const KEYS: &'static [&'static str] = &["attachment"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut attachment = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut attachment),
                _ => object.skip(),
            }?;
        }
        Ok(Self { attachment: given(attachment, "attachment")? })
    }
}

impl<'de> Deserialize<'de> for AttachmentResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AttachmentResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("attachment", &self.attachment);
        object.end()
    }
}
