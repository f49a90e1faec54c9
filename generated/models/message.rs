// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message of a conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Message {
    /// Unique ID of the message.
    pub id: String,
    /// Time at which Sunshine Conversations received the message (`YYYY-MM-DDThh:mm:ss.SSSZ`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<Time>,
    /// See [`Author`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
    /// System activity from which this message was generated.
    ///
    /// Applies only to informational text messages produced by system events: the system stores such a
    /// message to tell the user or agent what happened, for instance that the user's ticket was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<ActivityMessage>,
    /// Content of the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// See [`Source`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Quoted message; for now only with WhatsApp and with `formResponse` messages of the Web Messenger.
    #[serde(rename = "quotedMessage", skip_serializing_if = "Option::is_none")]
    pub quoted_message: Option<QuotedMessage>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
    /// Whether the message is a placeholder for a deleted one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
    /// References to external content that came with this message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub references: Option<Vec<Reference>>,
}

impl Message {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            received: None,
            author: None,
            activity: None,
            content: None,
            source: None,
            quoted_message: None,
            metadata: None,
            deleted: None,
            references: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::received`].
    pub fn with_received(mut self, received: impl Into<Time>) -> Self {
        self.received = Some(received.into());
        self
    }

    /// Sets [`Self::author`].
    pub fn with_author(mut self, author: impl Into<Author>) -> Self {
        self.author = Some(author.into());
        self
    }

    /// Sets [`Self::activity`].
    pub fn with_activity(mut self, activity: impl Into<ActivityMessage>) -> Self {
        self.activity = Some(activity.into());
        self
    }

    /// Sets [`Self::content`].
    pub fn with_content(mut self, content: impl Into<Content>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<Source>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`Self::quoted_message`].
    pub fn with_quoted_message(mut self, quoted_message: impl Into<QuotedMessage>) -> Self {
        self.quoted_message = Some(quoted_message.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::deleted`].
    pub fn with_deleted(mut self, deleted: impl Into<bool>) -> Self {
        self.deleted = Some(deleted.into());
        self
    }

    /// Sets [`Self::references`].
    pub fn with_references(mut self, references: impl IntoIterator<Item = impl Into<Reference>>) -> Self {
        self.references = Some(references.into_iter().map(Into::into).collect());
        self
    }
}
