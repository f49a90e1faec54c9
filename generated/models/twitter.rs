// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A Twitter (X) integration.
///
/// Integration type, here `twitter`.
///
/// The [Twitter setup guide](https://docs.smooch.io/guide/twitter/#setup) lists the steps.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Twitter {
    /// Unique id of the integration.
    pub id: String,
    /// See [`IntegrationStatus`].
    pub status: Option<IntegrationStatus>,
    /// Name by which people recognise the integration; at most 100 characters.
    pub display_name: Option<String>,
    /// Id of the integration's default responder, the one that sends messages to the end user.
    ///
    /// Details: [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    pub default_responder_id: Option<String>,
    /// See [`Responder`].
    pub default_responder: Option<Responder>,
    /// Whether end users see a disclaimer on messages that an AI responder generates.
    ///
    /// An absent value counts as `true`. With `false`, complying with the AI regulations that apply to the
    /// integration, and to every region where it operates, becomes your responsibility.
    pub show_ai_disclaimer: Option<bool>,
    /// Tier of the Twitter app; new integrations can only have `enterprise`.
    pub tier: Option<TwitterTier>,
    /// Label of the Twitter dev environment; required, and used, only in the sandbox and premium tiers.
    pub env_name: Option<String>,
    /// Consumer key of the Twitter app.
    pub consumer_key: Option<Secret>,
    /// Secret of the Twitter app's consumer key.
    pub consumer_secret: Option<Secret>,
    /// Access token key that the user granted through OAuth.
    pub access_token_key: Option<Secret>,
    /// Access token secret that the user granted through OAuth.
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

impl Fields for Twitter {
    const NAME: &'static str = "Twitter";
    const KEYS: &'static [&'static str] = &[
        "id",
        "status",
        "displayName",
        "defaultResponderId",
        "defaultResponder",
        "showAIDisclaimer",
        "tier",
        "envName",
        "consumerKey",
        "consumerSecret",
        "accessTokenKey",
        "accessTokenSecret",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut status = None;
        let mut display_name = None;
        let mut default_responder_id = None;
        let mut default_responder = None;
        let mut show_ai_disclaimer = None;
        let mut tier = None;
        let mut env_name = None;
        let mut consumer_key = None;
        let mut consumer_secret = None;
        let mut access_token_key = None;
        let mut access_token_secret = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut status),
                2 => object.value(&mut display_name),
                3 => object.value(&mut default_responder_id),
                4 => object.value(&mut default_responder),
                5 => object.value(&mut show_ai_disclaimer),
                6 => object.value(&mut tier),
                7 => object.value(&mut env_name),
                8 => object.value(&mut consumer_key),
                9 => object.value(&mut consumer_secret),
                10 => object.value(&mut access_token_key),
                11 => object.value(&mut access_token_secret),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            id,
            status,
            display_name,
            default_responder_id,
            default_responder,
            show_ai_disclaimer,
            tier,
            env_name,
            consumer_key,
            consumer_secret,
            access_token_key,
            access_token_secret,
        })
    }
}

impl<'de> Deserialize<'de> for Twitter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Twitter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("defaultResponderId", &self.default_responder_id);
        object.option("defaultResponder", &self.default_responder);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("tier", &self.tier);
        object.option("envName", &self.env_name);
        object.option("consumerKey", &self.consumer_key);
        object.option("consumerSecret", &self.consumer_secret);
        object.option("accessTokenKey", &self.access_token_key);
        object.option("accessTokenSecret", &self.access_token_secret);
        object.end()
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
