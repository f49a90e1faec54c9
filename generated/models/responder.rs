// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Default responder of the integration: the one that sends messages to the end user.
///
/// Details: [Switchboard
/// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Responder {
    /// Name of the switchboard integration.
    pub name: Option<String>,
    /// Unique id of the integration.
    pub integration_id: Option<String>,
    /// Type of the integration.
    pub integration_type: Option<String>,
    /// Whether the switchboard is to deliver standby events.
    pub deliver_standby_events: Option<bool>,
    /// Unique id of the switchboard integration that comes next.
    pub next_switchboard_integration_id: Option<String>,
    /// Number of messages that the message history keeps.
    pub message_history_count: Option<Number>,
    /// Whether the default responder comes from the global configuration of the switchboard.
    ///
    /// `false` when this integration has its own per-channel responder override, `true` in every other case.
    pub inherited: Option<bool>,
}

impl Responder {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            name: None,
            integration_id: None,
            integration_type: None,
            deliver_standby_events: None,
            next_switchboard_integration_id: None,
            message_history_count: None,
            inherited: None,
        }
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

    /// Sets [`Self::deliver_standby_events`].
    pub fn with_deliver_standby_events(mut self, deliver_standby_events: impl Into<bool>) -> Self {
        self.deliver_standby_events = Some(deliver_standby_events.into());
        self
    }

    /// Sets [`Self::next_switchboard_integration_id`].
    pub fn with_next_switchboard_integration_id(mut self, next_switchboard_integration_id: impl Into<String>) -> Self {
        self.next_switchboard_integration_id = Some(next_switchboard_integration_id.into());
        self
    }

    /// Sets [`Self::message_history_count`].
    pub fn with_message_history_count(mut self, message_history_count: impl Into<Number>) -> Self {
        self.message_history_count = Some(message_history_count.into());
        self
    }

    /// Sets [`Self::inherited`].
    pub fn with_inherited(mut self, inherited: impl Into<bool>) -> Self {
        self.inherited = Some(inherited.into());
        self
    }
}

impl Default for Responder {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Responder {
    const NAME: &'static str = "Responder";
    const KEYS: &'static [&'static str] = &[
        "name",
        "integrationId",
        "integrationType",
        "deliverStandbyEvents",
        "nextSwitchboardIntegrationId",
        "messageHistoryCount",
        "inherited",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut name = None;
        let mut integration_id = None;
        let mut integration_type = None;
        let mut deliver_standby_events = None;
        let mut next_switchboard_integration_id = None;
        let mut message_history_count = None;
        let mut inherited = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut name),
                1 => object.value(&mut integration_id),
                2 => object.value(&mut integration_type),
                3 => object.value(&mut deliver_standby_events),
                4 => object.value(&mut next_switchboard_integration_id),
                5 => object.value(&mut message_history_count),
                6 => object.value(&mut inherited),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            name,
            integration_id,
            integration_type,
            deliver_standby_events,
            next_switchboard_integration_id,
            message_history_count,
            inherited,
        })
    }
}

impl<'de> Deserialize<'de> for Responder {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Responder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("name", &self.name);
        object.option("integrationId", &self.integration_id);
        object.option("integrationType", &self.integration_type);
        object.option("deliverStandbyEvents", &self.deliver_standby_events);
        object.option("nextSwitchboardIntegrationId", &self.next_switchboard_integration_id);
        object.option("messageHistoryCount", &self.message_history_count);
        object.option("inherited", &self.inherited);
        object.end()
    }
}
