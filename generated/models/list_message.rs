// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A column of items that scrolls vertically; each may hold text, an image and message actions.
///
/// Support depends on the channel:
///
/// - Facebook Messenger and WeChat: native.
/// - LINE and the Android, iOS and Web SDKs: converted to a carousel.
/// - WhatsApp, Telegram and Twitter: converted to several rich messages.
/// - Everywhere else: converted to raw text.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListMessage {
    /// Whether supporting clients disable the chat input while this is the latest message of the history.
    ///
    /// Useful for guided flows, or to keep the end user from sending messages for a while.
    pub block_chat_input: Option<bool>,
    /// Items of the message. Occurs only in messages of type `carousel` or `list`.
    pub items: Vec<Item>,
    /// Actions of the message. The third-party channel limits how many there may be.
    pub actions: Option<Vec<ActionSubset>>,
}

impl ListMessage {
    /// Made of what is required; all else is unset.
    pub fn new(items: impl IntoIterator<Item = impl Into<Item>>) -> Self {
        Self { block_chat_input: None, items: items.into_iter().map(Into::into).collect(), actions: None }
    }

    /// Sets [`Self::block_chat_input`].
    pub fn with_block_chat_input(mut self, block_chat_input: impl Into<bool>) -> Self {
        self.block_chat_input = Some(block_chat_input.into());
        self
    }

    /// Sets [`Self::items`].
    pub fn with_items(mut self, items: impl IntoIterator<Item = impl Into<Item>>) -> Self {
        self.items = items.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::actions`].
    pub fn with_actions(mut self, actions: impl IntoIterator<Item = impl Into<ActionSubset>>) -> Self {
        self.actions = Some(actions.into_iter().map(Into::into).collect());
        self
    }
}

impl Fields for ListMessage {
    const NAME: &'static str = "ListMessage";
    const KEYS: &'static [&'static str] = &["type", "blockChatInput", "items", "actions"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut block_chat_input = None;
        let mut items = None;
        let mut actions = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.value(&mut block_chat_input),
                2 => object.required(&mut items),
                3 => object.value(&mut actions),
                _ => object.skip(),
            }?;
        }
        Ok(Self { block_chat_input, items: given(items, "items")?, actions })
    }
}

impl<'de> Deserialize<'de> for ListMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ListMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("blockChatInput", &self.block_chat_input);
        object.field("items", &self.items);
        object.option("actions", &self.actions);
        object.end()
    }
}
