// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A button of an item.
///
/// Told apart by `type`. A kind that this version does not know arrives as `Unknown`, with all
/// its JSON; a known kind whose content does not fit is an error.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
#[non_exhaustive]
pub enum ActionSubset {
    /// `buy`
    #[serde(rename = "buy")]
    Buy(Buy),
    /// `link`
    #[serde(rename = "link")]
    Link(Link),
    /// `postback`
    #[serde(rename = "postback")]
    Postback(Postback),
    /// `webview`
    #[serde(rename = "webview")]
    Webview(Webview),
    /// Any other kind, as the API wrote it.
    #[serde(untagged)]
    Unknown(Json),
}

impl ActionSubset {
    /// The `type` that tells the variants apart.
    #[must_use]
    #[inline]
    pub fn type_(&self) -> Cow<'_, str> {
        match self {
            Self::Buy(_) => Cow::Borrowed("buy"),
            Self::Link(_) => Cow::Borrowed("link"),
            Self::Postback(_) => Cow::Borrowed("postback"),
            Self::Webview(_) => Cow::Borrowed("webview"),
            Self::Unknown(json) => json.text_of("type").unwrap_or_default(),
        }
    }
}

impl Tagged for ActionSubset {
    const TAG: &'static str = "type";
    const KNOWN: &'static [&'static str] = &["buy", "link", "postback", "webview"];

    fn decode<'de, D: Deserializer<'de>>(tag: &str, content: D) -> Result<Self, D::Error> {
        match tag {
            "buy" => Deserialize::deserialize(content).map(Self::Buy),
            "link" => Deserialize::deserialize(content).map(Self::Link),
            "postback" => Deserialize::deserialize(content).map(Self::Postback),
            "webview" => Deserialize::deserialize(content).map(Self::Webview),
            _ => Err(de::Error::unknown_variant(tag, Self::KNOWN)),
        }
    }

    #[inline]
    fn unknown(json: Json) -> Self {
        Self::Unknown(json)
    }
}

impl<'de> Deserialize<'de> for ActionSubset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tagged(deserializer)
    }
}

impl From<Buy> for ActionSubset {
    #[inline]
    fn from(content: Buy) -> Self {
        Self::Buy(content)
    }
}

impl From<Link> for ActionSubset {
    #[inline]
    fn from(content: Link) -> Self {
        Self::Link(content)
    }
}

impl From<Postback> for ActionSubset {
    #[inline]
    fn from(content: Postback) -> Self {
        Self::Postback(content)
    }
}

impl From<Webview> for ActionSubset {
    #[inline]
    fn from(content: Webview) -> Self {
        Self::Webview(content)
    }
}
