// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The event `client:remove`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClientRemoveEvent {
    /// Unique ID of the event.
    ///
    /// Webhooks are retried after an error or a timeout; compare the ID to avoid processing one event twice.
    pub id: String,
    /// Time at which the event was generated, as `YYYY-MM-DDThh:mm:ss.SSSZ`.
    pub created_at: Time,
    /// See [`ClientRemovePayload`].
    pub payload: ClientRemovePayload,
}

impl Fields for ClientRemoveEvent {
    const NAME: &'static str = "ClientRemoveEvent";
    const KEYS: &'static [&'static str] = &["id", "type", "createdAt", "payload"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut created_at = None;
        let mut payload = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                2 => object.required(&mut created_at),
                3 => object.required(&mut payload),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            id: given(id, "id")?,
            created_at: given(created_at, "createdAt")?,
            payload: given(payload, "payload")?,
        })
    }
}

impl<'de> Deserialize<'de> for ClientRemoveEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ClientRemoveEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.field("createdAt", &self.created_at);
        object.field("payload", &self.payload);
        object.end()
    }
}
