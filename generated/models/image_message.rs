// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// An image message.
    ///
    /// Variant of [`Content`].
    pub struct ImageMessage {
        /// URL of the attached media, for example an image.
        ///
        /// With private attachments enabled, fetching it requires an authorization header; see the guide to
        /// [private
        /// attachments](https://developer.zendesk.com/documentation/zendesk-web-widget-sdks/messaging_private_attachments/).
        default media_url: String = "mediaUrl", with_media_url;
        /// Type of the media; at most 128 characters.
        ///
        /// Read-only: not sent in requests.
        option media_type: String = "mediaType", read_only;
        /// Size of the media in bytes.
        ///
        /// Read-only: not sent in requests.
        option media_size: Number = "mediaSize", read_only;
        /// Optional accessibility description of the image; at most 128 characters. Defaults to the file name.
        option alt_text: String = "altText", with_alt_text;
        /// Text of the message.
        option text: String = "text", with_text;
        /// Whether supporting clients disable the chat input while this is the latest message of the history.
        ///
        /// Useful for guided flows, or to keep the end user from sending messages for a while.
        option block_chat_input: bool = "blockChatInput", with_block_chat_input;
        /// Text of the message as HTML; at most 4096 characters.
        ///
        /// Alternative to `text`. Can't be combined with `markdownText`. Without `text`, the API derives it for
        /// channels without rich text. See the [guide to rich
        /// text](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#rich-text).
        option html_text: String = "htmlText", with_html_text;
        /// Text of the message as Markdown; at most 4096 characters.
        ///
        /// Alternative to `text`. Can't be combined with `htmlText`. The API converts it to `htmlText`, and
        /// rejects the message if the result is longer than 4096 characters. Without `text`, the API derives it
        /// for channels without rich text. See the [guide to rich
        /// text](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#rich-text).
        ///
        /// Write-only: not in responses.
        option markdown_text: String = "markdownText", with_markdown_text;
        /// Message actions.
        option actions: [Action] = "actions", with_actions;
        /// Identifier that Sunshine Conversations uses internally.
        option attachment_id: String = "attachmentId", with_attachment_id;
    }

    tag "type" = "image"

    new(media_url: String)
}
