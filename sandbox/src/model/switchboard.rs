//! Switchboards, and the control of conversations.

use serde::{Deserialize, Serialize};

use crate::model::record::Record;

/// As a conversation shows it.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Control {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) active_switchboard_integration: Option<Controller>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pending_switchboard_integration: Option<Controller>,
}

impl Control {
    pub(crate) fn has(&self, id: &str) -> bool {
        let both = [&self.active_switchboard_integration, &self.pending_switchboard_integration];
        both.into_iter().flatten().any(|controller| controller.id == id)
    }
}

/// A switchboard integration, in short form.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Controller {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) integration_id: String,
    pub(crate) integration_type: String,
}

impl From<&SwitchboardIntegration> for Controller {
    fn from(integration: &SwitchboardIntegration) -> Self {
        Self {
            id: integration.id.clone(),
            name: integration.name.clone(),
            integration_id: integration.integration_id.clone(),
            integration_type: integration.integration_type.clone(),
        }
    }
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SwitchboardIntegration {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) integration_id: String,
    pub(crate) integration_type: String,
    pub(crate) deliver_standby_events: bool,
    pub(crate) next_switchboard_integration_id: Option<String>,
    pub(crate) message_history_count: Option<u64>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Switchboard {
    pub(crate) id: String,
    pub(crate) enabled: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) default_switchboard_integration_id: Option<String>,
}

impl Record for Switchboard {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Record for SwitchboardIntegration {
    fn id(&self) -> &str {
        &self.id
    }
}
