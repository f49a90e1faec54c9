// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Webhook that generated the payload.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebhookRef {
    /// Unique ID of the webhook.
    pub id: String,
    /// Schema version of the payload that this webhook receives (`v2`).
    pub version: Option<String>,
}

impl WebhookRef {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), version: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::version`].
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }
}

impl Fields for WebhookRef {
    const NAME: &'static str = "WebhookRef";
    const KEYS: &'static [&'static str] = &["id", "version"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut version = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut version),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id: given(id, "id")?, version })
    }
}

impl<'de> Deserialize<'de> for WebhookRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for WebhookRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("version", &self.version);
        object.end()
    }
}
