// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A Twitter (X) integration.
///
/// Integration type, here `twitter`.
///
/// The [Twitter setup guide](https://docs.smooch.io/guide/twitter/#setup) lists the steps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Twitter {
    /// Unique id of the integration.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// See [`IntegrationStatus`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<IntegrationStatus>,
    /// Name by which people recognise the integration; at most 100 characters.
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Id of the integration's default responder, the one that sends messages to the end user.
    ///
    /// Details: [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    #[serde(rename = "defaultResponderId", skip_serializing_if = "Option::is_none")]
    pub default_responder_id: Option<String>,
    /// See [`Responder`].
    #[serde(rename = "defaultResponder", skip_serializing_if = "Option::is_none")]
    pub default_responder: Option<Responder>,
    /// Whether end users see a disclaimer on messages that an AI responder generates.
    ///
    /// An absent value counts as `true`. With `false`, complying with the AI regulations that apply to the
    /// integration, and to every region where it operates, becomes your responsibility.
    #[serde(rename = "showAIDisclaimer", skip_serializing_if = "Option::is_none")]
    pub show_ai_disclaimer: Option<bool>,
    /// Tier of the Twitter app; new integrations can only have `enterprise`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<TwitterTier>,
    /// Label of the Twitter dev environment; required, and used, only in the sandbox and premium tiers.
    #[serde(rename = "envName", skip_serializing_if = "Option::is_none")]
    pub env_name: Option<String>,
    /// Consumer key of the Twitter app.
    #[serde(rename = "consumerKey", skip_serializing_if = "Option::is_none")]
    pub consumer_key: Option<Secret>,
    /// Secret of the Twitter app's consumer key.
    #[serde(rename = "consumerSecret", skip_serializing_if = "Option::is_none")]
    pub consumer_secret: Option<Secret>,
    /// Access token key that the user granted through OAuth.
    #[serde(rename = "accessTokenKey", skip_serializing_if = "Option::is_none")]
    pub access_token_key: Option<Secret>,
    /// Access token secret that the user granted through OAuth.
    #[serde(rename = "accessTokenSecret", skip_serializing_if = "Option::is_none")]
    pub access_token_secret: Option<Secret>,
}

impl Twitter {
    /// Made of what is required; all else is unset.
    pub fn new(
        tier: impl Into<TwitterTier>,
        consumer_key: impl Into<Secret>,
        consumer_secret: impl Into<Secret>,
        access_token_key: impl Into<Secret>,
        access_token_secret: impl Into<Secret>,
    ) -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            tier: Some(tier.into()),
            env_name: None,
            consumer_key: Some(consumer_key.into()),
            consumer_secret: Some(consumer_secret.into()),
            access_token_key: Some(access_token_key.into()),
            access_token_secret: Some(access_token_secret.into()),
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::status`].
    pub fn with_status(mut self, status: impl Into<IntegrationStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Sets [`Self::default_responder_id`].
    pub fn with_default_responder_id(mut self, default_responder_id: impl Into<String>) -> Self {
        self.default_responder_id = Some(default_responder_id.into());
        self
    }

    /// Sets [`Self::default_responder`].
    pub fn with_default_responder(mut self, default_responder: impl Into<Responder>) -> Self {
        self.default_responder = Some(default_responder.into());
        self
    }

    /// Sets [`Self::show_ai_disclaimer`].
    pub fn with_show_ai_disclaimer(mut self, show_ai_disclaimer: impl Into<bool>) -> Self {
        self.show_ai_disclaimer = Some(show_ai_disclaimer.into());
        self
    }

    /// Sets [`Self::tier`].
    pub fn with_tier(mut self, tier: impl Into<TwitterTier>) -> Self {
        self.tier = Some(tier.into());
        self
    }

    /// Sets [`Self::env_name`].
    pub fn with_env_name(mut self, env_name: impl Into<String>) -> Self {
        self.env_name = Some(env_name.into());
        self
    }

    /// Sets [`Self::consumer_key`].
    pub fn with_consumer_key(mut self, consumer_key: impl Into<Secret>) -> Self {
        self.consumer_key = Some(consumer_key.into());
        self
    }

    /// Sets [`Self::consumer_secret`].
    pub fn with_consumer_secret(mut self, consumer_secret: impl Into<Secret>) -> Self {
        self.consumer_secret = Some(consumer_secret.into());
        self
    }

    /// Sets [`Self::access_token_key`].
    pub fn with_access_token_key(mut self, access_token_key: impl Into<Secret>) -> Self {
        self.access_token_key = Some(access_token_key.into());
        self
    }

    /// Sets [`Self::access_token_secret`].
    pub fn with_access_token_secret(mut self, access_token_secret: impl Into<Secret>) -> Self {
        self.access_token_secret = Some(access_token_secret.into());
        self
    }
}

/// Tier of the Twitter app; new integrations can only have `enterprise`.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TwitterTier {
    /// `enterprise`
    Enterprise,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl TwitterTier {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Enterprise => "enterprise",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for TwitterTier {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "enterprise" => Self::Enterprise,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for TwitterTier {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for TwitterTier {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for TwitterTier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
