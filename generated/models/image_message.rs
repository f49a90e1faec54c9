// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message with an image.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ImageMessage {
    /// URL of the attached media, for example an image.
    ///
    /// With private attachments enabled, fetching it takes an authorization header; see the guide to
    /// [private
    /// attachments](https://developer.zendesk.com/documentation/zendesk-web-widget-sdks/messaging_private_attachments/).
    #[serde(rename = "mediaUrl")]
    pub media_url: String,
    /// Type of the media; at most 128 characters.
    #[serde(rename = "mediaType", skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// Size of the media in bytes.
    #[serde(rename = "mediaSize", skip_serializing_if = "Option::is_none")]
    pub media_size: Option<Number>,
    /// Optional accessibility description of the image; at most 128 characters. Defaults to the file name.
    #[serde(rename = "altText", skip_serializing_if = "Option::is_none")]
    pub alt_text: Option<String>,
    /// Text of the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether supporting clients disable the chat input while this is the latest message of the history.
    ///
    /// Useful for guided flows, or to keep the end user from sending messages for a while.
    #[serde(rename = "blockChatInput", skip_serializing_if = "Option::is_none")]
    pub block_chat_input: Option<bool>,
    /// Text of the message as HTML; at most 4096 characters.
    ///
    /// An alternative to `text`, not to be combined with `markdownText`. Without a `text`, the API derives
    /// one on receipt for channels that lack rich text. See the [guide to rich
    /// text](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#rich-text).
    #[serde(rename = "htmlText", skip_serializing_if = "Option::is_none")]
    pub html_text: Option<String>,
    /// Text of the message as Markdown; at most 4096 characters.
    ///
    /// An alternative to `text`, not to be combined with `htmlText`. On receipt the API turns it into
    /// `htmlText` and rejects the message if the result is longer than 4096 characters. Without a `text`, it
    /// derives one as well, for channels that lack rich text. See the [guide to rich
    /// text](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#rich-text).
    #[serde(rename = "markdownText", skip_serializing_if = "Option::is_none")]
    pub markdown_text: Option<String>,
    /// Message actions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actions: Option<Vec<Action>>,
    /// Identifier that Sunshine Conversations uses internally.
    #[serde(rename = "attachmentId", skip_serializing_if = "Option::is_none")]
    pub attachment_id: Option<String>,
}

impl ImageMessage {
    /// Made of what is required; all else is unset.
    pub fn new(media_url: impl Into<String>) -> Self {
        Self {
            media_url: media_url.into(),
            media_type: None,
            media_size: None,
            alt_text: None,
            text: None,
            block_chat_input: None,
            html_text: None,
            markdown_text: None,
            actions: None,
            attachment_id: None,
        }
    }

    /// Sets [`Self::media_url`].
    pub fn with_media_url(mut self, media_url: impl Into<String>) -> Self {
        self.media_url = media_url.into();
        self
    }

    /// Sets [`Self::media_type`].
    pub fn with_media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// Sets [`Self::media_size`].
    pub fn with_media_size(mut self, media_size: impl Into<Number>) -> Self {
        self.media_size = Some(media_size.into());
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

    /// Sets [`Self::actions`].
    pub fn with_actions(mut self, actions: impl IntoIterator<Item = impl Into<Action>>) -> Self {
        self.actions = Some(actions.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::attachment_id`].
    pub fn with_attachment_id(mut self, attachment_id: impl Into<String>) -> Self {
        self.attachment_id = Some(attachment_id.into());
        self
    }
}
