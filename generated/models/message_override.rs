// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Raw message payload that goes straight to a channel. See the guide to [message
/// overrides](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/message-overrides/).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MessageOverride {
    /// See [`AppleMessageOverridePayload`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apple: Option<AppleMessageOverridePayload>,
    /// See [`MessageOverridePayload`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<MessageOverridePayload>,
    /// See [`MessageOverridePayload`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub messenger: Option<MessageOverridePayload>,
    /// See [`MessageOverridePayload`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whatsapp: Option<MessageOverridePayload>,
}

impl MessageOverride {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { apple: None, line: None, messenger: None, whatsapp: None }
    }

    /// Sets [`Self::apple`].
    pub fn with_apple(mut self, apple: impl Into<AppleMessageOverridePayload>) -> Self {
        self.apple = Some(apple.into());
        self
    }

    /// Sets [`Self::line`].
    pub fn with_line(mut self, line: impl Into<MessageOverridePayload>) -> Self {
        self.line = Some(line.into());
        self
    }

    /// Sets [`Self::messenger`].
    pub fn with_messenger(mut self, messenger: impl Into<MessageOverridePayload>) -> Self {
        self.messenger = Some(messenger.into());
        self
    }

    /// Sets [`Self::whatsapp`].
    pub fn with_whatsapp(mut self, whatsapp: impl Into<MessageOverridePayload>) -> Self {
        self.whatsapp = Some(whatsapp.into());
        self
    }
}

impl Default for MessageOverride {
    fn default() -> Self {
        Self::new()
    }
}
