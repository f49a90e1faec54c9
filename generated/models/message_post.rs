// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`post_message`](crate::ApiClient::post_message).
    pub struct MessagePost {
        /// Author of the message.
        required author: Author = "author", with_author;
        /// Content of the message.
        required content: Content = "content", with_content;
        /// Destination of the message, for a targeted channel or a silent message.
        ///
        /// Applies only when the author's role is `business` and the conversation is `personal`. See the guides
        /// to [channel
        /// targeting](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/sending-messages/#targeting-a-specific-channel)
        /// and [silent
        /// messages](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/sending-messages/#silent-messages).
        option destination: Destination = "destination", with_destination;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
        /// Raw message payload that goes straight to a channel. See the guide to [message
        /// overrides](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/message-overrides/).
        option override_: MessageOverride = "override", with_override;
        /// Schema of `content`; with `whatsapp`, the native WhatsApp one for message templates.
        ///
        /// See WhatsApp's
        /// [schema](https://developers.facebook.com/docs/whatsapp/api/messages/message-templates) and the
        /// [guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/message-overrides/#template-messages)
        /// to sending templates there.
        option schema: String = "schema", with_schema;
    }

    new(author: Author, content: Content)

    find {
        /// Returns the `text` of [`Self::content`], if it has one.
        text(model) => model.content.text(),
    }
}
