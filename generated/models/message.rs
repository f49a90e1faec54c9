// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A message of a conversation.
    ///
    /// Used in [`MessageListResponse`], [`MessagePostResponse`] and [`QuotedMessageMessage`].
    pub struct Message {
        /// Unique ID of the message.
        required id: MessageId = "id", with_id;
        /// Time at which Sunshine Conversations received the message (`YYYY-MM-DDThh:mm:ss.SSSZ`).
        option received: Time = "received", with_received;
        /// Author of a message.
        option author: Author = "author", with_author;
        /// System activity from which this message was generated.
        ///
        /// Applies only to informational text messages produced by system events: the system stores such a
        /// message to inform the user or agent of an event, for example that the user's ticket was closed.
        option activity: ActivityMessage = "activity", with_activity;
        /// Content of the message.
        option content: Content = "content", with_content;
        /// Source of the message.
        option source: Source = "source", with_source;
        /// Quoted message; for now only with WhatsApp and with `formResponse` messages of the Web Messenger.
        option quoted_message: QuotedMessage = "quotedMessage", with_quoted_message;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
        /// Whether the message is a placeholder for a deleted one.
        option deleted: bool = "deleted", with_deleted;
        /// References to external content in this message.
        ///
        /// 1 to 10 items.
        option references: [Reference] = "references", with_references;
    }

    new(id: MessageId)

    find {
        /// Returns the `text` of [`Self::content`], if it has one.
        text(model) => model.content.as_ref()?.text(),
    }
}
