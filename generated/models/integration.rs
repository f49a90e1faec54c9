// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An integration.
///
/// Told apart by `type`. A kind that this version does not know arrives as `Unknown`, with all
/// its JSON; a known kind whose content does not fit is an error.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
#[non_exhaustive]
pub enum Integration {
    /// `android`
    #[serde(rename = "android")]
    Android(Box<Android>),
    /// `apple`
    #[serde(rename = "apple")]
    Apple(Box<Apple>),
    /// `custom`
    #[serde(rename = "custom")]
    Custom(Box<Custom>),
    /// `instagram`
    #[serde(rename = "instagram")]
    Instagram(Box<Instagram>),
    /// `ios`
    #[serde(rename = "ios")]
    Ios(Box<Ios>),
    /// `line`
    #[serde(rename = "line")]
    Line(Box<Line>),
    /// `mailgun`
    #[serde(rename = "mailgun")]
    Mailgun(Box<Mailgun>),
    /// `messagebird`
    #[serde(rename = "messagebird")]
    Messagebird(Box<Messagebird>),
    /// `messenger`
    #[serde(rename = "messenger")]
    Messenger(Box<Messenger>),
    /// `telegram`
    #[serde(rename = "telegram")]
    Telegram(Box<Telegram>),
    /// `twilio`
    #[serde(rename = "twilio")]
    Twilio(Box<Twilio>),
    /// `twitter`
    #[serde(rename = "twitter")]
    Twitter(Box<Twitter>),
    /// `unity`
    #[serde(rename = "unity")]
    Unity(Box<Unity>),
    /// `viber`
    #[serde(rename = "viber")]
    Viber(Box<Viber>),
    /// `web`
    #[serde(rename = "web")]
    Web(Box<Web>),
    /// `whatsapp`
    #[serde(rename = "whatsapp")]
    Whatsapp(Box<Whatsapp>),
    /// Any other kind, as the API wrote it.
    #[serde(untagged)]
    Unknown(Json),
}

impl Integration {
    /// The `type` that tells the variants apart.
    #[must_use]
    #[inline]
    pub fn type_(&self) -> Cow<'_, str> {
        match self {
            Self::Android(_) => Cow::Borrowed("android"),
            Self::Apple(_) => Cow::Borrowed("apple"),
            Self::Custom(_) => Cow::Borrowed("custom"),
            Self::Instagram(_) => Cow::Borrowed("instagram"),
            Self::Ios(_) => Cow::Borrowed("ios"),
            Self::Line(_) => Cow::Borrowed("line"),
            Self::Mailgun(_) => Cow::Borrowed("mailgun"),
            Self::Messagebird(_) => Cow::Borrowed("messagebird"),
            Self::Messenger(_) => Cow::Borrowed("messenger"),
            Self::Telegram(_) => Cow::Borrowed("telegram"),
            Self::Twilio(_) => Cow::Borrowed("twilio"),
            Self::Twitter(_) => Cow::Borrowed("twitter"),
            Self::Unity(_) => Cow::Borrowed("unity"),
            Self::Viber(_) => Cow::Borrowed("viber"),
            Self::Web(_) => Cow::Borrowed("web"),
            Self::Whatsapp(_) => Cow::Borrowed("whatsapp"),
            Self::Unknown(json) => json.text_of("type").unwrap_or_default(),
        }
    }

    /// The `id` of any variant; empty where there is none.
    #[must_use]
    #[inline]
    pub fn id(&self) -> Cow<'_, str> {
        match self {
            Self::Android(content) => Cow::Borrowed(&content.id),
            Self::Apple(content) => Cow::Borrowed(&content.id),
            Self::Custom(content) => Cow::Borrowed(&content.id),
            Self::Instagram(content) => Cow::Borrowed(&content.id),
            Self::Ios(content) => Cow::Borrowed(&content.id),
            Self::Line(content) => Cow::Borrowed(&content.id),
            Self::Mailgun(content) => Cow::Borrowed(&content.id),
            Self::Messagebird(content) => Cow::Borrowed(&content.id),
            Self::Messenger(content) => Cow::Borrowed(&content.id),
            Self::Telegram(content) => Cow::Borrowed(&content.id),
            Self::Twilio(content) => Cow::Borrowed(&content.id),
            Self::Twitter(content) => Cow::Borrowed(&content.id),
            Self::Unity(content) => Cow::Borrowed(&content.id),
            Self::Viber(content) => Cow::Borrowed(&content.id),
            Self::Web(content) => Cow::Borrowed(&content.id),
            Self::Whatsapp(content) => Cow::Borrowed(&content.id),
            Self::Unknown(json) => json.text_of("id").unwrap_or_default(),
        }
    }

    /// The `status` of any variant.
    #[must_use]
    #[inline]
    pub fn status(&self) -> Option<Cow<'_, IntegrationStatus>> {
        match self {
            Self::Android(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Apple(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Custom(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Instagram(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Ios(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Line(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Mailgun(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Messagebird(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Messenger(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Telegram(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Twilio(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Twitter(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Unity(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Viber(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Web(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Whatsapp(content) => content.status.as_ref().map(Cow::Borrowed),
            Self::Unknown(json) => json.get("status").ok().flatten().map(Cow::Owned),
        }
    }

    /// The `displayName` of any variant.
    #[must_use]
    #[inline]
    pub fn display_name(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Android(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Apple(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Custom(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Instagram(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Ios(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Line(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Mailgun(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Messagebird(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Messenger(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Telegram(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Twilio(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Twitter(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Unity(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Viber(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Web(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Whatsapp(content) => content.display_name.as_deref().map(Cow::Borrowed),
            Self::Unknown(json) => json.text_of("displayName"),
        }
    }
}

impl Tagged for Integration {
    const TAG: &'static str = "type";
    const KNOWN: &'static [&'static str] = &[
        "android",
        "apple",
        "custom",
        "instagram",
        "ios",
        "line",
        "mailgun",
        "messagebird",
        "messenger",
        "telegram",
        "twilio",
        "twitter",
        "unity",
        "viber",
        "web",
        "whatsapp",
    ];

    fn decode<'de, D: Deserializer<'de>>(tag: &str, content: D) -> Result<Self, D::Error> {
        match tag {
            "android" => Deserialize::deserialize(content).map(Self::Android),
            "apple" => Deserialize::deserialize(content).map(Self::Apple),
            "custom" => Deserialize::deserialize(content).map(Self::Custom),
            "instagram" => Deserialize::deserialize(content).map(Self::Instagram),
            "ios" => Deserialize::deserialize(content).map(Self::Ios),
            "line" => Deserialize::deserialize(content).map(Self::Line),
            "mailgun" => Deserialize::deserialize(content).map(Self::Mailgun),
            "messagebird" => Deserialize::deserialize(content).map(Self::Messagebird),
            "messenger" => Deserialize::deserialize(content).map(Self::Messenger),
            "telegram" => Deserialize::deserialize(content).map(Self::Telegram),
            "twilio" => Deserialize::deserialize(content).map(Self::Twilio),
            "twitter" => Deserialize::deserialize(content).map(Self::Twitter),
            "unity" => Deserialize::deserialize(content).map(Self::Unity),
            "viber" => Deserialize::deserialize(content).map(Self::Viber),
            "web" => Deserialize::deserialize(content).map(Self::Web),
            "whatsapp" => Deserialize::deserialize(content).map(Self::Whatsapp),
            _ => Err(de::Error::unknown_variant(tag, Self::KNOWN)),
        }
    }

    #[inline]
    fn unknown(json: Json) -> Self {
        Self::Unknown(json)
    }
}

impl<'de> Deserialize<'de> for Integration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tagged(deserializer)
    }
}

impl From<Android> for Integration {
    #[inline]
    fn from(content: Android) -> Self {
        Self::Android(Box::new(content))
    }
}

impl From<Apple> for Integration {
    #[inline]
    fn from(content: Apple) -> Self {
        Self::Apple(Box::new(content))
    }
}

impl From<Custom> for Integration {
    #[inline]
    fn from(content: Custom) -> Self {
        Self::Custom(Box::new(content))
    }
}

impl From<Instagram> for Integration {
    #[inline]
    fn from(content: Instagram) -> Self {
        Self::Instagram(Box::new(content))
    }
}

impl From<Ios> for Integration {
    #[inline]
    fn from(content: Ios) -> Self {
        Self::Ios(Box::new(content))
    }
}

impl From<Line> for Integration {
    #[inline]
    fn from(content: Line) -> Self {
        Self::Line(Box::new(content))
    }
}

impl From<Mailgun> for Integration {
    #[inline]
    fn from(content: Mailgun) -> Self {
        Self::Mailgun(Box::new(content))
    }
}

impl From<Messagebird> for Integration {
    #[inline]
    fn from(content: Messagebird) -> Self {
        Self::Messagebird(Box::new(content))
    }
}

impl From<Messenger> for Integration {
    #[inline]
    fn from(content: Messenger) -> Self {
        Self::Messenger(Box::new(content))
    }
}

impl From<Telegram> for Integration {
    #[inline]
    fn from(content: Telegram) -> Self {
        Self::Telegram(Box::new(content))
    }
}

impl From<Twilio> for Integration {
    #[inline]
    fn from(content: Twilio) -> Self {
        Self::Twilio(Box::new(content))
    }
}

impl From<Twitter> for Integration {
    #[inline]
    fn from(content: Twitter) -> Self {
        Self::Twitter(Box::new(content))
    }
}

impl From<Unity> for Integration {
    #[inline]
    fn from(content: Unity) -> Self {
        Self::Unity(Box::new(content))
    }
}

impl From<Viber> for Integration {
    #[inline]
    fn from(content: Viber) -> Self {
        Self::Viber(Box::new(content))
    }
}

impl From<Web> for Integration {
    #[inline]
    fn from(content: Web) -> Self {
        Self::Web(Box::new(content))
    }
}

impl From<Whatsapp> for Integration {
    #[inline]
    fn from(content: Whatsapp) -> Self {
        Self::Whatsapp(Box::new(content))
    }
}
