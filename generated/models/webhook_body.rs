// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a webhook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WebhookBody {
    /// URL that is called whenever the webhook is triggered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Triggers to which the integration is subscribed; upper and lower case matter.
    ///
    /// See the [list of
    /// triggers](https://developer.zendesk.com/api-reference/conversations/#section/Webhook-Triggers).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub triggers: Option<Vec<Trigger>>,
    /// Whether the payload of an event about a specific user carries that user's complete schema.
    #[serde(rename = "includeFullUser", skip_serializing_if = "Option::is_none")]
    pub include_full_user: Option<bool>,
    /// Whether webhook payloads carry the client and device objects, where they apply.
    #[serde(rename = "includeFullSource", skip_serializing_if = "Option::is_none")]
    pub include_full_source: Option<bool>,
}

impl WebhookBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { target: None, triggers: None, include_full_user: None, include_full_source: None }
    }

    /// Sets [`Self::target`].
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.target = Some(target.into());
        self
    }

    /// Sets [`Self::triggers`].
    pub fn with_triggers(mut self, triggers: impl IntoIterator<Item = impl Into<Trigger>>) -> Self {
        self.triggers = Some(triggers.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::include_full_user`].
    pub fn with_include_full_user(mut self, include_full_user: impl Into<bool>) -> Self {
        self.include_full_user = Some(include_full_user.into());
        self
    }

    /// Sets [`Self::include_full_source`].
    pub fn with_include_full_source(mut self, include_full_source: impl Into<bool>) -> Self {
        self.include_full_source = Some(include_full_source.into());
        self
    }
}

impl Default for WebhookBody {
    fn default() -> Self {
        Self::new()
    }
}
