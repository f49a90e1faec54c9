// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The activity sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationTypingActivity {
    /// Type of activity.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    /// Where the activity came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceWebhook>,
    /// See [`AuthorWebhook`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<AuthorWebhook>,
}

impl ConversationTypingActivity {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { type_: None, source: None, author: None }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<SourceWebhook>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`Self::author`].
    pub fn with_author(mut self, author: impl Into<AuthorWebhook>) -> Self {
        self.author = Some(author.into());
        self
    }
}

impl Default for ConversationTypingActivity {
    fn default() -> Self {
        Self::new()
    }
}
