// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A webhook, which is called when something happens in an app.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Webhook {
    /// Unique id of the webhook.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Version of the payload schema sent to this webhook: `v1`, `v1.1` or `v2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// URL that is called whenever the webhook is triggered.
    pub target: String,
    /// Triggers to which the integration is subscribed; upper and lower case matter.
    ///
    /// See the [list of
    /// triggers](https://developer.zendesk.com/api-reference/conversations/#section/Webhook-Triggers).
    pub triggers: Vec<Trigger>,
    /// Secret of the webhook, with which the origin of incoming requests is verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<Secret>,
    /// Whether the payload of an event about a specific user carries that user's complete schema.
    #[serde(rename = "includeFullUser", skip_serializing_if = "Option::is_none")]
    pub include_full_user: Option<bool>,
    /// Whether webhook payloads carry the client and device objects, where they apply.
    #[serde(rename = "includeFullSource", skip_serializing_if = "Option::is_none")]
    pub include_full_source: Option<bool>,
}

impl Webhook {
    /// Made of what is required; all else is unset.
    pub fn new(target: impl Into<String>, triggers: impl IntoIterator<Item = impl Into<Trigger>>) -> Self {
        Self {
            id: String::new(),
            version: None,
            target: target.into(),
            triggers: triggers.into_iter().map(Into::into).collect(),
            secret: None,
            include_full_user: None,
            include_full_source: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::version`].
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Sets [`Self::target`].
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.target = target.into();
        self
    }

    /// Sets [`Self::triggers`].
    pub fn with_triggers(mut self, triggers: impl IntoIterator<Item = impl Into<Trigger>>) -> Self {
        self.triggers = triggers.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::secret`].
    pub fn with_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.secret = Some(secret.into());
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
