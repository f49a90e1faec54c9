// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Further options, handed directly to the channel's API.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ExtraChannelOptions {
    /// See [`MessengerOptions`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub messenger: Option<MessengerOptions>,
}

impl ExtraChannelOptions {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { messenger: None }
    }

    /// Sets [`Self::messenger`].
    pub fn with_messenger(mut self, messenger: impl Into<MessengerOptions>) -> Self {
        self.messenger = Some(messenger.into());
        self
    }
}

impl Default for ExtraChannelOptions {
    fn default() -> Self {
        Self::new()
    }
}
