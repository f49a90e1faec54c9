// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// App that triggered the events.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebhookApp {
    /// Unique ID of the app.
    pub id: String,
}

impl WebhookApp {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }
}

impl Fields for WebhookApp {
    const NAME: &'static str = "WebhookApp";
    const KEYS: &'static [&'static str] = &["id"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id: given(id, "id")? })
    }
}

impl<'de> Deserialize<'de> for WebhookApp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for WebhookApp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.end()
    }
}
