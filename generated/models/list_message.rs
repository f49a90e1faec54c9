// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A column of items that scrolls vertically; each may hold text, an image and message actions.
    ///
    /// Support depends on the channel:
    ///
    /// - Facebook Messenger and WeChat: native.
    /// - LINE and the Android, iOS and Web SDKs: converted to a carousel.
    /// - WhatsApp, Telegram and Twitter: converted to several rich messages.
    /// - Everywhere else: converted to raw text.
    ///
    /// Variant of [`Content`].
    pub struct ListMessage {
        /// Whether supporting clients disable the chat input while this is the latest message of the history.
        ///
        /// Useful for guided flows, or to keep the end user from sending messages for a while.
        option block_chat_input: bool = "blockChatInput", with_block_chat_input;
        /// Items of the message. Occurs only in messages of type `carousel` or `list`.
        ///
        /// 1 to 10 items.
        default items: [Item] = "items", with_items;
        /// Actions of the message. The third-party channel limits how many there may be.
        ///
        /// 1 to 10 items.
        option actions: [ActionSubset] = "actions", with_actions;
    }

    tag "type" = "list"

    new(items: [Item])
}
