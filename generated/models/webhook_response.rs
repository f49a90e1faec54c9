// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebhookResponse {
    /// The webhook.
    pub webhook: Webhook,
}

impl Fields for WebhookResponse {
    const NAME: &'static str = "WebhookResponse";
    const KEYS: &'static [&'static str] = &["webhook"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut webhook = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut webhook),
                _ => object.skip(),
            }?;
        }
        Ok(Self { webhook: given(webhook, "webhook")? })
    }
}

impl<'de> Deserialize<'de> for WebhookResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for WebhookResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("webhook", &self.webhook);
        object.end()
    }
}
