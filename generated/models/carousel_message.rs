// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A row of items that scrolls horizontally; each may hold text, an image and message actions.
    ///
    /// At present only the Web Messenger, the Android and iOS SDKs, Facebook Messenger, LINE, Telegram and
    /// Viber fully support it. Other channels show the carousel as raw text, without images and postback
    /// actions.
    ///
    /// Variant of [`Content`].
    pub struct CarouselMessage {
        /// Fallback text for channels without carousel support.
        ///
        /// Read-only: not sent in requests.
        option text: String = "text", read_only;
        /// Whether supporting clients disable the chat input while this is the latest message of the history.
        ///
        /// Useful for guided flows, or to keep the end user from sending messages for a while.
        option block_chat_input: bool = "blockChatInput", with_block_chat_input;
        /// Items of the message. Occurs only in messages of type `carousel` or `list`.
        ///
        /// 1 to 10 items.
        default items: [Item] = "items", with_items;
        /// Layout settings of the carousel.
        option display_settings: CarouselDisplaySettings = "displaySettings", with_display_settings;
    }

    tag "type" = "carousel"

    new(items: [Item])
}
