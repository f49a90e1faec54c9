// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message with a file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileMessage {
    /// URL of the attached media, for example an image.
    ///
    /// With private attachments enabled, fetching it takes an authorization header; see the guide to
    /// [private
    /// attachments](https://developer.zendesk.com/documentation/zendesk-web-widget-sdks/messaging_private_attachments/).
    pub media_url: String,
    /// Size of the media.
    pub media_size: Option<Number>,
    /// Media type of the file.
    pub media_type: Option<String>,
    /// Optional accessibility description of the file; at most 128 characters. Defaults to the file name.
    pub alt_text: Option<String>,
    /// Text of the message.
    pub text: Option<String>,
    /// Whether supporting clients disable the chat input while this is the latest message of the history.
    ///
    /// Useful for guided flows, or to keep the end user from sending messages for a while.
    pub block_chat_input: Option<bool>,
    /// Text of the message as HTML; at most 4096 characters.
    ///
    /// An alternative to `text`, not to be combined with `markdownText`. Without a `text`, the API derives
    /// one on receipt for channels that lack rich text. See the [guide to rich
    /// text](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#rich-text).
    pub html_text: Option<String>,
    /// Text of the message as Markdown; at most 4096 characters.
    ///
    /// An alternative to `text`, not to be combined with `htmlText`. On receipt the API turns it into
    /// `htmlText` and rejects the message if the result is longer than 4096 characters. Without a `text`, it
    /// derives one as well, for channels that lack rich text. See the [guide to rich
    /// text](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#rich-text).
    pub markdown_text: Option<String>,
    /// Identifier that Sunshine Conversations uses internally.
    pub attachment_id: Option<String>,
}

impl FileMessage {
    /// Made of what is required; all else is unset.
    pub fn new(media_url: impl Into<String>) -> Self {
        Self {
            media_url: media_url.into(),
            media_size: None,
            media_type: None,
            alt_text: None,
            text: None,
            block_chat_input: None,
            html_text: None,
            markdown_text: None,
            attachment_id: None,
        }
    }

    /// Sets [`Self::media_url`].
    pub fn with_media_url(mut self, media_url: impl Into<String>) -> Self {
        self.media_url = media_url.into();
        self
    }

    /// Sets [`Self::media_size`].
    pub fn with_media_size(mut self, media_size: impl Into<Number>) -> Self {
        self.media_size = Some(media_size.into());
        self
    }

    /// Sets [`Self::media_type`].
    pub fn with_media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// Sets [`Self::alt_text`].
    pub fn with_alt_text(mut self, alt_text: impl Into<String>) -> Self {
        self.alt_text = Some(alt_text.into());
        self
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

    /// Sets [`Self::html_text`].
    pub fn with_html_text(mut self, html_text: impl Into<String>) -> Self {
        self.html_text = Some(html_text.into());
        self
    }

    /// Sets [`Self::markdown_text`].
    pub fn with_markdown_text(mut self, markdown_text: impl Into<String>) -> Self {
        self.markdown_text = Some(markdown_text.into());
        self
    }

    /// Sets [`Self::attachment_id`].
    pub fn with_attachment_id(mut self, attachment_id: impl Into<String>) -> Self {
        self.attachment_id = Some(attachment_id.into());
        self
    }
}

impl Fields for FileMessage {
    const NAME: &'static str = "FileMessage";
    const KEYS: &'static [&'static str] = &[
        "type",
        "mediaUrl",
        "mediaSize",
        "mediaType",
        "altText",
        "text",
        "blockChatInput",
        "htmlText",
        "markdownText",
        "attachmentId",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut media_url = None;
        let mut media_size = None;
        let mut media_type = None;
        let mut alt_text = None;
        let mut text = None;
        let mut block_chat_input = None;
        let mut html_text = None;
        let mut markdown_text = None;
        let mut attachment_id = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.required(&mut media_url),
                2 => object.value(&mut media_size),
                3 => object.value(&mut media_type),
                4 => object.value(&mut alt_text),
                5 => object.value(&mut text),
                6 => object.value(&mut block_chat_input),
                7 => object.value(&mut html_text),
                8 => object.value(&mut markdown_text),
                9 => object.value(&mut attachment_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            media_url: given(media_url, "mediaUrl")?,
            media_size,
            media_type,
            alt_text,
            text,
            block_chat_input,
            html_text,
            markdown_text,
            attachment_id,
        })
    }
}

impl<'de> Deserialize<'de> for FileMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for FileMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("mediaUrl", &self.media_url);
        object.option("mediaSize", &self.media_size);
        object.option("mediaType", &self.media_type);
        object.option("altText", &self.alt_text);
        object.option("text", &self.text);
        object.option("blockChatInput", &self.block_chat_input);
        object.option("htmlText", &self.html_text);
        object.option("markdownText", &self.markdown_text);
        object.option("attachmentId", &self.attachment_id);
        object.end()
    }
}
