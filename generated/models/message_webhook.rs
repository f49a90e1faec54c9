// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A message in a webhook event.
    ///
    /// Used in [`ConversationMessagePayload`].
    pub struct MessageWebhook {
        /// Unique ID of the message.
        default id: MessageId = "id", with_id;
        /// Time at which Sunshine Conversations got the message, in the form `YYYY-MM-DDThh:mm:ss.SSSZ`.
        option received: Time = "received", with_received;
        /// Author of the activity.
        option author: AuthorWebhook = "author", with_author;
        /// Content of the message.
        option content: Content = "content", with_content;
        /// Source of a message webhook.
        option source: SourceWithCampaign = "source", with_source;
        /// The quoted message.
        ///
        /// At present available only for WhatsApp and for `formResponse` messages of the Web Messenger.
        option quoted_message: QuotedMessage = "quotedMessage", with_quoted_message;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
        /// Whether this is a placeholder for a deleted message (`true` if so).
        option deleted: bool = "deleted", with_deleted;
    }

    new(id: MessageId)

    find {
        /// Returns the `text` of [`Self::content`], if it has one.
        text(model) => model.content.as_ref()?.text(),
    }
}

same_object! { MessageWebhook => Message }
