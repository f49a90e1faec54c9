//! Links of pending clients.

use serde::{Deserialize, Serialize};

/// The conversation that a pending client joins when it is confirmed, and whether it becomes primary.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Link {
    pub(crate) conversation_id: String,
    pub(crate) primary: bool,
    /// Whether a message of the user confirms the client.
    #[serde(default)]
    pub(crate) on_activity: bool,
}
