// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the Web Messenger asks for before a conversation begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PrechatCapture {
    /// URL of the avatar shown with the automatic reply to prechat capture messages.
    #[serde(rename = "avatarUrl", skip_serializing_if = "Option::is_none")]
    pub avatar_url: Option<String>,
    /// Whether initializing the Web Messenger turns on the Prechat Capture add-on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Whether submitted emails are linked automatically, provided that Mailgun is integrated.
    #[serde(rename = "enableEmailLinking", skip_serializing_if = "Option::is_none")]
    pub enable_email_linking: Option<bool>,
    /// Fields of a custom form, in place of the default Prechat Capture fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<Vec<FormField>>,
}

impl PrechatCapture {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { avatar_url: None, enabled: None, enable_email_linking: None, fields: None }
    }

    /// Sets [`Self::avatar_url`].
    pub fn with_avatar_url(mut self, avatar_url: impl Into<String>) -> Self {
        self.avatar_url = Some(avatar_url.into());
        self
    }

    /// Sets [`Self::enabled`].
    pub fn with_enabled(mut self, enabled: impl Into<bool>) -> Self {
        self.enabled = Some(enabled.into());
        self
    }

    /// Sets [`Self::enable_email_linking`].
    pub fn with_enable_email_linking(mut self, enable_email_linking: impl Into<bool>) -> Self {
        self.enable_email_linking = Some(enable_email_linking.into());
        self
    }

    /// Sets [`Self::fields`].
    pub fn with_fields(mut self, fields: impl IntoIterator<Item = impl Into<FormField>>) -> Self {
        self.fields = Some(fields.into_iter().map(Into::into).collect());
        self
    }
}

impl Default for PrechatCapture {
    fn default() -> Self {
        Self::new()
    }
}
