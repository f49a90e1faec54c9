// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Where the message goes, for a targeted channel or a silent message.
///
/// Applies only when the author's role is `business` and the conversation is `personal`. See the guides to
/// [channel
/// targeting](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/sending-messages/#targeting-a-specific-channel) and [silent messages](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/sending-messages/#silent-messages).
///
/// An object of one key, which is the variant.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub enum Destination {
    /// ID of the integration that is to deliver the message.
    ///
    /// The request fails when there is no such integration, or when the user has no client for it that is
    /// attached to the conversation.
    #[serde(rename = "integrationId")]
    IntegrationId(String),
    /// Type of the integration that is to deliver the message.
    ///
    /// `none` is allowed for a [silent
    /// message](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/sending-messages/#silent-messages). The request fails when the conversation has no client of that type attached for the user.
    #[serde(rename = "integrationType")]
    IntegrationType(String),
    /// Any other object, as written.
    #[serde(untagged)]
    Unknown(Json),
}

impl<'de> Deserialize<'de> for Destination {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Json::deserialize(deserializer)?;
        if let Some(value) = sole(&json, "integrationId")? {
            return Ok(Self::IntegrationId(value));
        }
        if let Some(value) = sole(&json, "integrationType")? {
            return Ok(Self::IntegrationType(value));
        }
        Ok(Self::Unknown(json))
    }
}
