// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The essential part of a conversation, as webhooks carry it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationTruncated {
    /// Unique ID of the conversation.
    pub id: String,
    /// See [`ConversationType`].
    pub type_: Option<ConversationType>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
    /// Switchboard integration that has control of the conversation; absent if there is none.
    pub active_switchboard_integration: Option<SwitchboardIntegrationWebhook>,
    /// Switchboard integration that waits for control; absent if control was never offered to one.
    pub pending_switchboard_integration: Option<SwitchboardIntegrationWebhook>,
}

impl ConversationTruncated {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            type_: None,
            metadata: None,
            active_switchboard_integration: None,
            pending_switchboard_integration: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<ConversationType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::active_switchboard_integration`].
    pub fn with_active_switchboard_integration(
        mut self,
        active_switchboard_integration: impl Into<SwitchboardIntegrationWebhook>,
    ) -> Self {
        self.active_switchboard_integration = Some(active_switchboard_integration.into());
        self
    }

    /// Sets [`Self::pending_switchboard_integration`].
    pub fn with_pending_switchboard_integration(
        mut self,
        pending_switchboard_integration: impl Into<SwitchboardIntegrationWebhook>,
    ) -> Self {
        self.pending_switchboard_integration = Some(pending_switchboard_integration.into());
        self
    }
}

impl Fields for ConversationTruncated {
    const NAME: &'static str = "ConversationTruncated";
    const KEYS: &'static [&'static str] =
        &["id", "type", "metadata", "activeSwitchboardIntegration", "pendingSwitchboardIntegration"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut type_ = None;
        let mut metadata = None;
        let mut active_switchboard_integration = None;
        let mut pending_switchboard_integration = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut type_),
                2 => object.value(&mut metadata),
                3 => object.value(&mut active_switchboard_integration),
                4 => object.value(&mut pending_switchboard_integration),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            id: given(id, "id")?,
            type_,
            metadata,
            active_switchboard_integration,
            pending_switchboard_integration,
        })
    }
}

impl<'de> Deserialize<'de> for ConversationTruncated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationTruncated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("type", &self.type_);
        object.option("metadata", &self.metadata);
        object.option("activeSwitchboardIntegration", &self.active_switchboard_integration);
        object.option("pendingSwitchboardIntegration", &self.pending_switchboard_integration);
        object.end()
    }
}
