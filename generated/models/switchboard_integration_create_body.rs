// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A switchboard integration to be created.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SwitchboardIntegrationCreateBody {
    /// Identifier that control transfer protocols use; at most 128 characters.
    ///
    /// Only letters, digits, `-` and `_` are allowed.
    pub name: String,
    /// ID of the integration to link; required for a custom integration.
    ///
    /// The request needs either `integrationId` or `integrationType`.
    pub integration_id: Option<String>,
    /// Type of the integration to link; required for an OAuth integration.
    ///
    /// The request needs either `integrationId` or `integrationType`.
    pub integration_type: Option<String>,
    /// Whether webhooks are sent while the switchboard integration has standby status.
    ///
    /// Standby means that it does not control the conversation.
    pub deliver_standby_events: Option<bool>,
    /// ID of the switchboard integration to which control is passed or offered by default.
    pub next_switchboard_integration_id: Option<String>,
    /// Number of messages in the message history context; 1 to 10.
    pub message_history_count: Option<i64>,
}

impl SwitchboardIntegrationCreateBody {
    /// Made of what is required; all else is unset.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            integration_id: None,
            integration_type: None,
            deliver_standby_events: None,
            next_switchboard_integration_id: None,
            message_history_count: None,
        }
    }

    /// Sets [`Self::name`].
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
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
    pub fn with_message_history_count(mut self, message_history_count: impl Into<i64>) -> Self {
        self.message_history_count = Some(message_history_count.into());
        self
    }
}

impl Fields for SwitchboardIntegrationCreateBody {
    const NAME: &'static str = "SwitchboardIntegrationCreateBody";
    const KEYS: &'static [&'static str] = &[
        "name",
        "integrationId",
        "integrationType",
        "deliverStandbyEvents",
        "nextSwitchboardIntegrationId",
        "messageHistoryCount",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut name = None;
        let mut integration_id = None;
        let mut integration_type = None;
        let mut deliver_standby_events = None;
        let mut next_switchboard_integration_id = None;
        let mut message_history_count = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut name),
                1 => object.value(&mut integration_id),
                2 => object.value(&mut integration_type),
                3 => object.value(&mut deliver_standby_events),
                4 => object.value(&mut next_switchboard_integration_id),
                5 => object.value(&mut message_history_count),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            name: given(name, "name")?,
            integration_id,
            integration_type,
            deliver_standby_events,
            next_switchboard_integration_id,
            message_history_count,
        })
    }
}

impl<'de> Deserialize<'de> for SwitchboardIntegrationCreateBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SwitchboardIntegrationCreateBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("name", &self.name);
        object.option("integrationId", &self.integration_id);
        object.option("integrationType", &self.integration_type);
        object.option("deliverStandbyEvents", &self.deliver_standby_events);
        object.option("nextSwitchboardIntegrationId", &self.next_switchboard_integration_id);
        object.option("messageHistoryCount", &self.message_history_count);
        object.end()
    }
}
