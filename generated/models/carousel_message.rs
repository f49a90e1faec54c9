// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A row of items that scrolls horizontally; each may hold text, an image and message actions.
///
/// At present only the Web Messenger, the Android and iOS SDKs, Facebook Messenger, LINE, Telegram and Viber
/// support all of it. Every other channel shows the carousel as raw text, without its images and postback
/// actions.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CarouselMessage {
    /// Fallback text for channels without carousel support.
    pub text: Option<String>,
    /// Whether supporting clients disable the chat input while this is the latest message of the history.
    ///
    /// Useful for guided flows, or to keep the end user from sending messages for a while.
    pub block_chat_input: Option<bool>,
    /// Items of the message. Occurs only in messages of type `carousel` or `list`.
    pub items: Vec<Item>,
    /// See [`CarouselDisplaySettings`].
    pub display_settings: Option<CarouselDisplaySettings>,
}

impl CarouselMessage {
    /// Made of what is required; all else is unset.
    pub fn new(items: impl IntoIterator<Item = impl Into<Item>>) -> Self {
        Self {
            text: None,
            block_chat_input: None,
            items: items.into_iter().map(Into::into).collect(),
            display_settings: None,
        }
    }

    /// Sets [`Self::text`].
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
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

    /// Sets [`Self::display_settings`].
    pub fn with_display_settings(mut self, display_settings: impl Into<CarouselDisplaySettings>) -> Self {
        self.display_settings = Some(display_settings.into());
        self
    }
}

impl Fields for CarouselMessage {
    const NAME: &'static str = "CarouselMessage";
    const KEYS: &'static [&'static str] = &["type", "text", "blockChatInput", "items", "displaySettings"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut text = None;
        let mut block_chat_input = None;
        let mut items = None;
        let mut display_settings = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.value(&mut text),
                2 => object.value(&mut block_chat_input),
                3 => object.required(&mut items),
                4 => object.value(&mut display_settings),
                _ => object.skip(),
            }?;
        }
        Ok(Self { text, block_chat_input, items: given(items, "items")?, display_settings })
    }
}

impl<'de> Deserialize<'de> for CarouselMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for CarouselMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("text", &self.text);
        object.option("blockChatInput", &self.block_chat_input);
        object.field("items", &self.items);
        object.option("displaySettings", &self.display_settings);
        object.end()
    }
}
