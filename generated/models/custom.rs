// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A custom integration, which is a set of webhooks.
///
/// Integration type, here `custom`.
///
/// A custom integration needs a webhook that has a target and a set of triggers.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Custom {
    /// Unique id of the integration.
    pub id: String,
    /// See [`IntegrationStatus`].
    pub status: Option<IntegrationStatus>,
    /// Name by which people recognise the integration; at most 100 characters.
    pub display_name: Option<String>,
    /// Webhooks that belong to the custom integration.
    pub webhooks: Option<Vec<Webhook>>,
}

impl Custom {
    /// Made of what is required; all else is unset.
    pub fn new(webhooks: impl IntoIterator<Item = impl Into<Webhook>>) -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            webhooks: Some(webhooks.into_iter().map(Into::into).collect()),
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::status`].
    pub fn with_status(mut self, status: impl Into<IntegrationStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Sets [`Self::webhooks`].
    pub fn with_webhooks(mut self, webhooks: impl IntoIterator<Item = impl Into<Webhook>>) -> Self {
        self.webhooks = Some(webhooks.into_iter().map(Into::into).collect());
        self
    }
}

impl Fields for Custom {
    const NAME: &'static str = "Custom";
    const KEYS: &'static [&'static str] = &["id", "status", "displayName", "webhooks"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut status = None;
        let mut display_name = None;
        let mut webhooks = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut status),
                2 => object.value(&mut display_name),
                3 => object.value(&mut webhooks),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id, status, display_name, webhooks })
    }
}

impl<'de> Deserialize<'de> for Custom {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Custom {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("webhooks", &self.webhooks);
        object.end()
    }
}
