// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A switchboard integration, as conversations and webhooks carry it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SwitchboardIntegrationWebhook {
    /// Unique ID of the switchboard integration.
    pub id: String,
    /// Identifier that control transfer protocols use; at most 128 characters.
    ///
    /// Only letters, digits, `-` and `_` are allowed.
    pub name: Option<String>,
    /// ID of the integration to deliver the events that the switchboard routes.
    pub integration_id: Option<String>,
    /// Type of the integration to deliver the events that the switchboard routes.
    ///
    /// For an OAuth integration this is the `clientId` that Sunshine Conversations issued during the OAuth
    /// partnership process.
    pub integration_type: Option<String>,
}

impl SwitchboardIntegrationWebhook {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), name: None, integration_id: None, integration_type: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::name`].
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::integration_id`].
    pub fn with_integration_id(mut self, integration_id: impl Into<String>) -> Self {
        self.integration_id = Some(integration_id.into());
        self
    }

    /// Sets [`Self::integration_type`].
    pub fn with_integration_type(mut self, integration_type: impl Into<String>) -> Self {
        self.integration_type = Some(integration_type.into());
        self
    }
}

impl Fields for SwitchboardIntegrationWebhook {
    const NAME: &'static str = "SwitchboardIntegrationWebhook";
    const KEYS: &'static [&'static str] = &["id", "name", "integrationId", "integrationType"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut name = None;
        let mut integration_id = None;
        let mut integration_type = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut name),
                2 => object.value(&mut integration_id),
                3 => object.value(&mut integration_type),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id: given(id, "id")?, name, integration_id, integration_type })
    }
}

impl<'de> Deserialize<'de> for SwitchboardIntegrationWebhook {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SwitchboardIntegrationWebhook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("name", &self.name);
        object.option("integrationId", &self.integration_id);
        object.option("integrationType", &self.integration_type);
        object.end()
    }
}
