//! Clients, and links of pending ones.

use serde::{Deserialize, Serialize};

use crate::model::record::Record;
use crate::util::packed::Object;

/// The conversation that a pending client joins when it is confirmed, and whether it becomes primary.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Link {
    /// `None` if the conversation was deleted.
    pub(crate) conversation_id: Option<String>,
    pub(crate) primary: bool,
    /// Whether a message of the user confirms the client.
    #[serde(default)]
    pub(crate) on_activity: bool,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Client {
    pub(crate) id: String,
    pub(crate) r#type: String,
    pub(crate) status: ClientStatus,
    pub(crate) integration_id: Option<String>,
    pub(crate) external_id: Option<String>,
    pub(crate) last_seen: Option<String>,
    pub(crate) linked_at: Option<String>,
    pub(crate) display_name: Option<String>,
    pub(crate) avatar_url: Option<String>,
    pub(crate) info: Option<Object>,
    pub(crate) raw: Option<Object>,
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ClientStatus {
    Active,
    Blocked,
    Inactive,
    Pending,
}

impl Client {
    pub(crate) fn new(id: String, r#type: String, status: ClientStatus) -> Self {
        Self {
            id,
            r#type,
            status,
            integration_id: None,
            external_id: None,
            last_seen: None,
            linked_at: None,
            display_name: None,
            avatar_url: None,
            info: None,
            raw: None,
        }
    }
}

impl Record for Client {
    fn id(&self) -> &str {
        &self.id
    }
}
