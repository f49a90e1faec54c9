// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Type of integration that the client stands for.
///
/// Any supported integration type; `sdk` covers integrations of type `ios`, `android`, `unity` and `web`.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientType {
    /// `apple`
    Apple,
    /// `gbm`
    Gbm,
    /// `googlercs`
    Googlercs,
    /// `instagram`
    Instagram,
    /// `kakao`
    Kakao,
    /// `line`
    Line,
    /// `mailgun`
    Mailgun,
    /// `messagebird`
    Messagebird,
    /// `messenger`
    Messenger,
    /// `slackconnect`
    Slackconnect,
    /// `sdk`
    Sdk,
    /// `telegram`
    Telegram,
    /// `twilio`
    Twilio,
    /// `twitter`
    Twitter,
    /// `viber`
    Viber,
    /// `wechat`
    Wechat,
    /// `whatsapp`
    Whatsapp,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl ClientType {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Apple => "apple",
            Self::Gbm => "gbm",
            Self::Googlercs => "googlercs",
            Self::Instagram => "instagram",
            Self::Kakao => "kakao",
            Self::Line => "line",
            Self::Mailgun => "mailgun",
            Self::Messagebird => "messagebird",
            Self::Messenger => "messenger",
            Self::Slackconnect => "slackconnect",
            Self::Sdk => "sdk",
            Self::Telegram => "telegram",
            Self::Twilio => "twilio",
            Self::Twitter => "twitter",
            Self::Viber => "viber",
            Self::Wechat => "wechat",
            Self::Whatsapp => "whatsapp",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ClientType {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "apple" => Self::Apple,
            "gbm" => Self::Gbm,
            "googlercs" => Self::Googlercs,
            "instagram" => Self::Instagram,
            "kakao" => Self::Kakao,
            "line" => Self::Line,
            "mailgun" => Self::Mailgun,
            "messagebird" => Self::Messagebird,
            "messenger" => Self::Messenger,
            "slackconnect" => Self::Slackconnect,
            "sdk" => Self::Sdk,
            "telegram" => Self::Telegram,
            "twilio" => Self::Twilio,
            "twitter" => Self::Twitter,
            "viber" => Self::Viber,
            "wechat" => Self::Wechat,
            "whatsapp" => Self::Whatsapp,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ClientType {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ClientType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ClientType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
