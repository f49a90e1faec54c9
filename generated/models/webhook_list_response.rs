// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebhookListResponse {
    /// The integration's webhooks.
    pub webhooks: Vec<Webhook>,
}

impl Fields for WebhookListResponse {
    const NAME: &'static str = "WebhookListResponse";
    const KEYS: &'static [&'static str] = &["webhooks"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut webhooks = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut webhooks),
                _ => object.skip(),
            }?;
        }
        Ok(Self { webhooks: given(webhooks, "webhooks")? })
    }
}

impl<'de> Deserialize<'de> for WebhookListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for WebhookListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("webhooks", &self.webhooks);
        object.end()
    }
}
