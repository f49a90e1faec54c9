// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A switchboard, which decides which integration has control of a conversation.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Switchboard {
    /// Unique ID of the switchboard.
    pub id: String,
    /// Whether the switchboard is enabled.
    ///
    /// Create it disabled so that no message is lost or misrouted while you configure it. As long as it is
    /// disabled, every integration linked to it receives all events.
    pub enabled: bool,
    /// ID of the switchboard integration that gets control of each new conversation.
    ///
    /// It also applies to conversations older than the enabling of the switchboard. The `defaultResponderId`
    /// of an individual integration overrides it in some cases; see the [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    pub default_switchboard_integration_id: Option<String>,
}

impl Switchboard {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>, enabled: impl Into<bool>) -> Self {
        Self { id: id.into(), enabled: enabled.into(), default_switchboard_integration_id: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::enabled`].
    pub fn with_enabled(mut self, enabled: impl Into<bool>) -> Self {
        self.enabled = enabled.into();
        self
    }

    /// Sets [`Self::default_switchboard_integration_id`].
    pub fn with_default_switchboard_integration_id(
        mut self,
        default_switchboard_integration_id: impl Into<String>,
    ) -> Self {
        self.default_switchboard_integration_id = Some(default_switchboard_integration_id.into());
        self
    }
}

impl Fields for Switchboard {
    const NAME: &'static str = "Switchboard";
    const KEYS: &'static [&'static str] = &["id", "enabled", "defaultSwitchboardIntegrationId"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut enabled = None;
        let mut default_switchboard_integration_id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.required(&mut enabled),
                2 => object.value(&mut default_switchboard_integration_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id: given(id, "id")?, enabled: given(enabled, "enabled")?, default_switchboard_integration_id })
    }
}

impl<'de> Deserialize<'de> for Switchboard {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Switchboard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.field("enabled", &self.enabled);
        object.option("defaultSwitchboardIntegrationId", &self.default_switchboard_integration_id);
        object.end()
    }
}
