// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Conversion events for one of Meta's channels.
///
/// An object of one key, which is the variant.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub enum ConversionEventsBody {
    /// The key `messenger`.
    #[serde(rename = "messenger")]
    Messenger(MetaConversionEvent),
    /// The key `instagram`.
    #[serde(rename = "instagram")]
    Instagram(MetaConversionEvent),
    /// The key `whatsapp`.
    #[serde(rename = "whatsapp")]
    Whatsapp(MetaConversionEvent),
    /// Any other object, as written.
    #[serde(untagged)]
    Unknown(Json),
}

impl<'de> Deserialize<'de> for ConversionEventsBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Json::deserialize(deserializer)?;
        if let Some(value) = sole(&json, "messenger")? {
            return Ok(Self::Messenger(value));
        }
        if let Some(value) = sole(&json, "instagram")? {
            return Ok(Self::Instagram(value));
        }
        if let Some(value) = sole(&json, "whatsapp")? {
            return Ok(Self::Whatsapp(value));
        }
        Ok(Self::Unknown(json))
    }
}
