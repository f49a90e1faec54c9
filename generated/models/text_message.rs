// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A text message, optionally with buttons.
    ///
    /// Variant of [`Content`].
    pub struct TextMessage {
        /// Text of the message; at most 4096 characters.
        ///
        /// Required if there are no `actions`, no `htmlText` and no `markdownText`.
        option text: String = "text", with_text;
        /// Text of the message as HTML; at most 4096 characters.
        ///
        /// Alternative to `text`. Can't be combined with `markdownText`. Without `text`, the API derives it for
        /// channels without rich text. See the [guide to rich
        /// text](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#rich-text).
        option html_text: String = "htmlText", with_html_text;
        /// Whether the chat input is disabled while this message is the latest in the history.
        ///
        /// Only supported client implementations apply it. Use it for guided flows, or to prevent the user from
        /// sending messages for a while.
        option block_chat_input: bool = "blockChatInput", with_block_chat_input;
        /// Text of the message as Markdown; at most 4096 characters.
        ///
        /// Alternative to `text`. Can't be combined with `htmlText`. The API converts it to `htmlText`, and
        /// rejects the message if the result is longer than 4096 characters. Without `text`, the API derives it
        /// for channels without rich text. See the [guide to rich
        /// text](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#rich-text).
        ///
        /// Write-only: not in responses.
        option markdown_text: String = "markdownText", with_markdown_text;
        /// Actions of the message.
        option actions: [Action] = "actions", with_actions;
        /// Payload of the selected reply button.
        ///
        /// See the [guide to reply
        /// buttons](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/structured-messages/#reply-buttons).
        option payload: String = "payload", with_payload;
    }

    tag "type" = "text"

    new()

    from String {
        text => Self::new().with_text(text),
    }
}
