// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Criteria that identify the user on a third-party channel.
///
/// Told apart by `type`. A kind that this version does not know arrives as `Unknown`, with all
/// its JSON; a known kind whose content does not fit is an error.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
#[non_exhaustive]
pub enum MatchCriteria {
    /// `mailgun`
    #[serde(rename = "mailgun")]
    Mailgun(MatchCriteriaMailgun),
    /// `messagebird`
    #[serde(rename = "messagebird")]
    Messagebird(MatchCriteriaMessagebird),
    /// `twilio`
    #[serde(rename = "twilio")]
    Twilio(MatchCriteriaTwilio),
    /// `whatsapp`
    #[serde(rename = "whatsapp")]
    Whatsapp(MatchCriteriaWhatsapp),
    /// Any other kind, as the API wrote it.
    #[serde(untagged)]
    Unknown(Json),
}

impl MatchCriteria {
    /// The `type` that tells the variants apart.
    #[must_use]
    #[inline]
    pub fn type_(&self) -> Cow<'_, str> {
        match self {
            Self::Mailgun(_) => Cow::Borrowed("mailgun"),
            Self::Messagebird(_) => Cow::Borrowed("messagebird"),
            Self::Twilio(_) => Cow::Borrowed("twilio"),
            Self::Whatsapp(_) => Cow::Borrowed("whatsapp"),
            Self::Unknown(json) => json.text_of("type").unwrap_or_default(),
        }
    }
}

impl Tagged for MatchCriteria {
    const TAG: &'static str = "type";
    const KNOWN: &'static [&'static str] = &["mailgun", "messagebird", "twilio", "whatsapp"];

    fn decode<'de, D: Deserializer<'de>>(tag: &str, content: D) -> Result<Self, D::Error> {
        match tag {
            "mailgun" => Deserialize::deserialize(content).map(Self::Mailgun),
            "messagebird" => Deserialize::deserialize(content).map(Self::Messagebird),
            "twilio" => Deserialize::deserialize(content).map(Self::Twilio),
            "whatsapp" => Deserialize::deserialize(content).map(Self::Whatsapp),
            _ => Err(de::Error::unknown_variant(tag, Self::KNOWN)),
        }
    }

    #[inline]
    fn unknown(json: Json) -> Self {
        Self::Unknown(json)
    }
}

impl<'de> Deserialize<'de> for MatchCriteria {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tagged(deserializer)
    }
}

impl From<MatchCriteriaMailgun> for MatchCriteria {
    #[inline]
    fn from(content: MatchCriteriaMailgun) -> Self {
        Self::Mailgun(content)
    }
}

impl From<MatchCriteriaMessagebird> for MatchCriteria {
    #[inline]
    fn from(content: MatchCriteriaMessagebird) -> Self {
        Self::Messagebird(content)
    }
}

impl From<MatchCriteriaTwilio> for MatchCriteria {
    #[inline]
    fn from(content: MatchCriteriaTwilio) -> Self {
        Self::Twilio(content)
    }
}

impl From<MatchCriteriaWhatsapp> for MatchCriteria {
    #[inline]
    fn from(content: MatchCriteriaWhatsapp) -> Self {
        Self::Whatsapp(content)
    }
}
