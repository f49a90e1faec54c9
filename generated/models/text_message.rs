// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message of text, with buttons if you like.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TextMessage {
    /// Text of the message; at most 4096 characters.
    ///
    /// Required if there are no `actions`, no `htmlText` and no `markdownText`.
    pub text: Option<String>,
    /// Text of the message as HTML; at most 4096 characters.
    ///
    /// An alternative to `text`, not to be combined with `markdownText`. Without a `text`, the API derives
    /// one on receipt for channels that lack rich text. See the [guide to rich
    /// text](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#rich-text).
    pub html_text: Option<String>,
    /// Whether the chat input is disabled while this message is the latest in the history.
    ///
    /// Only supported client implementations honour it. It suits guided flows, or times when the user is not
    /// to send messages in the conversation.
    pub block_chat_input: Option<bool>,
    /// Text of the message as Markdown; at most 4096 characters.
    ///
    /// An alternative to `text`, not to be combined with `htmlText`. On receipt the API turns it into
    /// `htmlText` and rejects the message if the result is longer than 4096 characters. Without a `text`, it
    /// derives one as well, for channels that lack rich text. See the [guide to rich
    /// text](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#rich-text).
    pub markdown_text: Option<String>,
    /// Actions of the message.
    pub actions: Option<Vec<Action>>,
    /// Payload of the message that answers a reply button.
    ///
    /// See the [guide to reply
    /// buttons](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#reply-buttons).
    pub payload: Option<String>,
}

impl TextMessage {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { text: None, html_text: None, block_chat_input: None, markdown_text: None, actions: None, payload: None }
    }

    /// Sets [`Self::text`].
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets [`Self::html_text`].
    pub fn with_html_text(mut self, html_text: impl Into<String>) -> Self {
        self.html_text = Some(html_text.into());
        self
    }

    /// Sets [`Self::block_chat_input`].
    pub fn with_block_chat_input(mut self, block_chat_input: impl Into<bool>) -> Self {
        self.block_chat_input = Some(block_chat_input.into());
        self
    }

    /// Sets [`Self::markdown_text`].
    pub fn with_markdown_text(mut self, markdown_text: impl Into<String>) -> Self {
        self.markdown_text = Some(markdown_text.into());
        self
    }

    /// Sets [`Self::actions`].
    pub fn with_actions(mut self, actions: impl IntoIterator<Item = impl Into<Action>>) -> Self {
        self.actions = Some(actions.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::payload`].
    pub fn with_payload(mut self, payload: impl Into<String>) -> Self {
        self.payload = Some(payload.into());
        self
    }
}

impl Default for TextMessage {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for TextMessage {
    const NAME: &'static str = "TextMessage";
    const KEYS: &'static [&'static str] =
        &["type", "text", "htmlText", "blockChatInput", "markdownText", "actions", "payload"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut text = None;
        let mut html_text = None;
        let mut block_chat_input = None;
        let mut markdown_text = None;
        let mut actions = None;
        let mut payload = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.value(&mut text),
                2 => object.value(&mut html_text),
                3 => object.value(&mut block_chat_input),
                4 => object.value(&mut markdown_text),
                5 => object.value(&mut actions),
                6 => object.value(&mut payload),
                _ => object.skip(),
            }?;
        }
        Ok(Self { text, html_text, block_chat_input, markdown_text, actions, payload })
    }
}

impl<'de> Deserialize<'de> for TextMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for TextMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("text", &self.text);
        object.option("htmlText", &self.html_text);
        object.option("blockChatInput", &self.block_chat_input);
        object.option("markdownText", &self.markdown_text);
        object.option("actions", &self.actions);
        object.option("payload", &self.payload);
        object.end()
    }
}
