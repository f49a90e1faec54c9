// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The message that a message answers to.
///
/// Told apart by `type`. A kind that this version does not know arrives as `Unknown`, with all
/// its JSON; a known kind whose content does not fit is an error.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
#[non_exhaustive]
pub enum QuotedMessage {
    /// `externalMessageId`
    #[serde(rename = "externalMessageId")]
    ExternalMessageId(Box<QuotedMessageExternalMessageId>),
    /// `message`
    #[serde(rename = "message")]
    Message(Box<QuotedMessageMessage>),
    /// Any other kind, as the API wrote it.
    #[serde(untagged)]
    Unknown(Json),
}

impl QuotedMessage {
    /// The `type` that tells the variants apart.
    #[must_use]
    #[inline]
    pub fn type_(&self) -> Cow<'_, str> {
        match self {
            Self::ExternalMessageId(_) => Cow::Borrowed("externalMessageId"),
            Self::Message(_) => Cow::Borrowed("message"),
            Self::Unknown(json) => json.text_of("type").unwrap_or_default(),
        }
    }
}

impl Tagged for QuotedMessage {
    const TAG: &'static str = "type";
    const KNOWN: &'static [&'static str] = &["externalMessageId", "message"];

    fn decode<'de, D: Deserializer<'de>>(tag: &str, content: D) -> Result<Self, D::Error> {
        match tag {
            "externalMessageId" => Deserialize::deserialize(content).map(Self::ExternalMessageId),
            "message" => Deserialize::deserialize(content).map(Self::Message),
            _ => Err(de::Error::unknown_variant(tag, Self::KNOWN)),
        }
    }

    #[inline]
    fn unknown(json: Json) -> Self {
        Self::Unknown(json)
    }
}

impl<'de> Deserialize<'de> for QuotedMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tagged(deserializer)
    }
}

impl From<QuotedMessageExternalMessageId> for QuotedMessage {
    #[inline]
    fn from(content: QuotedMessageExternalMessageId) -> Self {
        Self::ExternalMessageId(Box::new(content))
    }
}

impl From<QuotedMessageMessage> for QuotedMessage {
    #[inline]
    fn from(content: QuotedMessageMessage) -> Self {
        Self::Message(Box::new(content))
    }
}
