// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An integration's place on a switchboard.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SwitchboardIntegration {
    /// Unique ID of the switchboard integration.
    pub id: String,
    /// Identifier that control transfer protocols use; at most 128 characters.
    ///
    /// Only letters, digits, `-` and `_` are allowed.
    pub name: String,
    /// ID of the integration to deliver the events that the switchboard routes.
    pub integration_id: String,
    /// Type of the integration to deliver the events that the switchboard routes.
    ///
    /// For an OAuth integration this is the `clientId` that Sunshine Conversations issued during the OAuth
    /// partnership process.
    pub integration_type: String,
    /// Whether webhooks are sent while the switchboard integration has standby status.
    ///
    /// Standby means that it does not control the conversation.
    pub deliver_standby_events: bool,
    /// ID of the switchboard integration to which control is passed or offered by default.
    pub next_switchboard_integration_id: Option<String>,
    /// Number of messages in the message history context; 1 to 10.
    pub message_history_count: Option<i64>,
}

impl SwitchboardIntegration {
    /// Made of what is required; all else is unset.
    pub fn new(
        id: impl Into<String>,
        name: impl Into<String>,
        integration_id: impl Into<String>,
        integration_type: impl Into<String>,
        deliver_standby_events: impl Into<bool>,
    ) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            integration_id: integration_id.into(),
            integration_type: integration_type.into(),
            deliver_standby_events: deliver_standby_events.into(),
            next_switchboard_integration_id: None,
            message_history_count: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::name`].
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets [`Self::integration_id`].
    pub fn with_integration_id(mut self, integration_id: impl Into<String>) -> Self {
        self.integration_id = integration_id.into();
        self
    }

    /// Sets [`Self::integration_type`].
    pub fn with_integration_type(mut self, integration_type: impl Into<String>) -> Self {
        self.integration_type = integration_type.into();
        self
    }

    /// Sets [`Self::deliver_standby_events`].
    pub fn with_deliver_standby_events(mut self, deliver_standby_events: impl Into<bool>) -> Self {
        self.deliver_standby_events = deliver_standby_events.into();
        self
    }

    /// Sets [`Self::next_switchboard_integration_id`].
    pub fn with_next_switchboard_integration_id(mut self, next_switchboard_integration_id: impl Into<String>) -> Self {
        self.next_switchboard_integration_id = Some(next_switchboard_integration_id.into());
        self
    }

    /// Sets [`Self::message_history_count`].
    pub fn with_message_history_count(mut self, message_history_count: impl Into<i64>) -> Self {
        self.message_history_count = Some(message_history_count.into());
        self
    }
}

impl Fields for SwitchboardIntegration {
    const NAME: &'static str = "SwitchboardIntegration";
    const KEYS: &'static [&'static str] = &[
        "id",
        "name",
        "integrationId",
        "integrationType",
        "deliverStandbyEvents",
        "nextSwitchboardIntegrationId",
        "messageHistoryCount",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut name = None;
        let mut integration_id = None;
        let mut integration_type = None;
        let mut deliver_standby_events = None;
        let mut next_switchboard_integration_id = None;
        let mut message_history_count = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.required(&mut name),
                2 => object.required(&mut integration_id),
                3 => object.required(&mut integration_type),
                4 => object.required(&mut deliver_standby_events),
                5 => object.value(&mut next_switchboard_integration_id),
                6 => object.value(&mut message_history_count),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            id: given(id, "id")?,
            name: given(name, "name")?,
            integration_id: given(integration_id, "integrationId")?,
            integration_type: given(integration_type, "integrationType")?,
            deliver_standby_events: given(deliver_standby_events, "deliverStandbyEvents")?,
            next_switchboard_integration_id,
            message_history_count,
        })
    }
}

impl<'de> Deserialize<'de> for SwitchboardIntegration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SwitchboardIntegration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.field("name", &self.name);
        object.field("integrationId", &self.integration_id);
        object.field("integrationType", &self.integration_type);
        object.field("deliverStandbyEvents", &self.deliver_standby_events);
        object.option("nextSwitchboardIntegrationId", &self.next_switchboard_integration_id);
        object.option("messageHistoryCount", &self.message_history_count);
        object.end()
    }
}
