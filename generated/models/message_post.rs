// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message to be posted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MessagePost {
    /// Author of the message.
    pub author: Author,
    /// Content of the message.
    pub content: Content,
    /// See [`Destination`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination: Option<Destination>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
    /// See [`MessageOverride`].
    #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
    pub override_: Option<MessageOverride>,
    /// Schema of `content`; with `whatsapp`, the native WhatsApp one for message templates.
    ///
    /// See WhatsApp's [schema](https://developers.facebook.com/docs/whatsapp/api/messages/message-templates)
    /// and the
    /// [guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/message-overrides/#template-messages) to sending templates there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
}

impl MessagePost {
    /// Made of what is required; all else is unset.
    pub fn new(author: impl Into<Author>, content: impl Into<Content>) -> Self {
        Self {
            author: author.into(),
            content: content.into(),
            destination: None,
            metadata: None,
            override_: None,
            schema: None,
        }
    }

    /// Sets [`Self::author`].
    pub fn with_author(mut self, author: impl Into<Author>) -> Self {
        self.author = author.into();
        self
    }

    /// Sets [`Self::content`].
    pub fn with_content(mut self, content: impl Into<Content>) -> Self {
        self.content = content.into();
        self
    }

    /// Sets [`Self::destination`].
    pub fn with_destination(mut self, destination: impl Into<Destination>) -> Self {
        self.destination = Some(destination.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::override_`].
    pub fn with_override(mut self, override_: impl Into<MessageOverride>) -> Self {
        self.override_ = Some(override_.into());
        self
    }

    /// Sets [`Self::schema`].
    pub fn with_schema(mut self, schema: impl Into<String>) -> Self {
        self.schema = Some(schema.into());
        self
    }
}
