// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `messagePost`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MessagePost {
    /// Author of the message.
    pub author: Author,
    /// Content of the message.
    pub content: Content,
    /// The API's `destination`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination: Option<Destination>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
    /// The API's `override`.
    #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
    pub r#override: Option<MessageOverride>,
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
            r#override: None,
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

    /// Sets [`Self::r#override`].
    pub fn with_override(mut self, r#override: impl Into<MessageOverride>) -> Self {
        self.r#override = Some(r#override.into());
        self
    }

    /// Sets [`Self::schema`].
    pub fn with_schema(mut self, schema: impl Into<String>) -> Self {
        self.schema = Some(schema.into());
        self
    }
}
