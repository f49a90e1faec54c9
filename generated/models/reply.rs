// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A button that answers with its text, and goes away.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reply {
    /// Text on the button, preferably not empty, since some channels may not support an empty one.
    ///
    /// Facebook Messenger cuts it after 20 characters; Web Messenger, iOS and Android cut it after 40.
    pub text: String,
    /// String that helps to identify the context of the action, used when the reply is posted.
    ///
    /// Metadata serves more complex needs.
    pub payload: String,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
    /// URL of an icon shown beside the reply option.
    #[serde(rename = "iconUrl", skip_serializing_if = "Option::is_none")]
    pub icon_url: Option<String>,
}

impl Reply {
    /// Made of what is required; all else is unset.
    pub fn new(text: impl Into<String>, payload: impl Into<String>) -> Self {
        Self { text: text.into(), payload: payload.into(), metadata: None, icon_url: None }
    }

    /// Sets [`Self::text`].
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`Self::payload`].
    pub fn with_payload(mut self, payload: impl Into<String>) -> Self {
        self.payload = payload.into();
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::icon_url`].
    pub fn with_icon_url(mut self, icon_url: impl Into<String>) -> Self {
        self.icon_url = Some(icon_url.into());
        self
    }
}
