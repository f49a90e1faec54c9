// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Raw message payload that goes straight to a channel. See the guide to [message
/// overrides](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/message-overrides/).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageOverride {
    /// See [`AppleMessageOverridePayload`].
    pub apple: Option<AppleMessageOverridePayload>,
    /// See [`MessageOverridePayload`].
    pub line: Option<MessageOverridePayload>,
    /// See [`MessageOverridePayload`].
    pub messenger: Option<MessageOverridePayload>,
    /// See [`MessageOverridePayload`].
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

impl Fields for MessageOverride {
    const NAME: &'static str = "MessageOverride";
    const KEYS: &'static [&'static str] = &["apple", "line", "messenger", "whatsapp"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut apple = None;
        let mut line = None;
        let mut messenger = None;
        let mut whatsapp = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut apple),
                1 => object.value(&mut line),
                2 => object.value(&mut messenger),
                3 => object.value(&mut whatsapp),
                _ => object.skip(),
            }?;
        }
        Ok(Self { apple, line, messenger, whatsapp })
    }
}

impl<'de> Deserialize<'de> for MessageOverride {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MessageOverride {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("apple", &self.apple);
        object.option("line", &self.line);
        object.option("messenger", &self.messenger);
        object.option("whatsapp", &self.whatsapp);
        object.end()
    }
}
