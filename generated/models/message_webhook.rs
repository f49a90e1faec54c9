// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message, as webhooks carry it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MessageWebhook {
    /// Unique ID of the message.
    pub id: String,
    /// Time at which Sunshine Conversations got the message, in the form `YYYY-MM-DDThh:mm:ss.SSSZ`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<Time>,
    /// See [`AuthorWebhook`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<AuthorWebhook>,
    /// Content of the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// See [`SourceWithCampaign`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceWithCampaign>,
    /// The quoted message.
    ///
    /// At present available only for WhatsApp and for `formResponse` messages of the Web Messenger.
    #[serde(rename = "quotedMessage", skip_serializing_if = "Option::is_none")]
    pub quoted_message: Option<QuotedMessage>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
    /// Whether this is a placeholder for a deleted message (`true` if so).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

impl MessageWebhook {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            received: None,
            author: None,
            content: None,
            source: None,
            quoted_message: None,
            metadata: None,
            deleted: None,
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
    pub fn with_author(mut self, author: impl Into<AuthorWebhook>) -> Self {
        self.author = Some(author.into());
        self
    }

    /// Sets [`Self::content`].
    pub fn with_content(mut self, content: impl Into<Content>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<SourceWithCampaign>) -> Self {
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
}
