// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a message tells of the conversation itself.
///
/// Told apart by `type`. A kind that this version does not know arrives as `Unknown`, with all
/// its JSON; a known kind whose content does not fit is an error.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
#[non_exhaustive]
pub enum ActivityMessage {
    /// `conversation:endedByUser`
    #[serde(rename = "conversation:endedByUser")]
    ConversationEndedByUser(EndedByUser),
    /// `ticket:closed`
    #[serde(rename = "ticket:closed")]
    TicketClosed(TicketClosed),
    /// `ticket:transfer:email`
    #[serde(rename = "ticket:transfer:email")]
    TicketTransferEmail(TransferToEmail),
    /// Any other kind, as the API wrote it.
    #[serde(untagged)]
    Unknown(Json),
}

impl ActivityMessage {
    /// The `type` that tells the variants apart.
    #[must_use]
    #[inline]
    pub fn type_(&self) -> Cow<'_, str> {
        match self {
            Self::ConversationEndedByUser(_) => Cow::Borrowed("conversation:endedByUser"),
            Self::TicketClosed(_) => Cow::Borrowed("ticket:closed"),
            Self::TicketTransferEmail(_) => Cow::Borrowed("ticket:transfer:email"),
            Self::Unknown(json) => json.text_of("type").unwrap_or_default(),
        }
    }
}

impl Tagged for ActivityMessage {
    const TAG: &'static str = "type";
    const KNOWN: &'static [&'static str] = &["conversation:endedByUser", "ticket:closed", "ticket:transfer:email"];

    fn decode<'de, D: Deserializer<'de>>(tag: &str, content: D) -> Result<Self, D::Error> {
        match tag {
            "conversation:endedByUser" => Deserialize::deserialize(content).map(Self::ConversationEndedByUser),
            "ticket:closed" => Deserialize::deserialize(content).map(Self::TicketClosed),
            "ticket:transfer:email" => Deserialize::deserialize(content).map(Self::TicketTransferEmail),
            _ => Err(de::Error::unknown_variant(tag, Self::KNOWN)),
        }
    }

    #[inline]
    fn unknown(json: Json) -> Self {
        Self::Unknown(json)
    }
}

impl<'de> Deserialize<'de> for ActivityMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tagged(deserializer)
    }
}

impl From<EndedByUser> for ActivityMessage {
    #[inline]
    fn from(content: EndedByUser) -> Self {
        Self::ConversationEndedByUser(content)
    }
}

impl From<TicketClosed> for ActivityMessage {
    #[inline]
    fn from(content: TicketClosed) -> Self {
        Self::TicketClosed(content)
    }
}

impl From<TransferToEmail> for ActivityMessage {
    #[inline]
    fn from(content: TransferToEmail) -> Self {
        Self::TicketTransferEmail(content)
    }
}
