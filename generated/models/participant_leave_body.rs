// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Who leaves a conversation.
///
/// An object of one key, which is the variant.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub enum ParticipantLeaveBody {
    /// ID of the user to remove from the conversation.
    ///
    /// An unknown user is answered with `404`.
    #[serde(rename = "userId")]
    UserId(String),
    /// The `externalId` of the user to remove from the conversation.
    ///
    /// An unknown user is answered with `404`.
    #[serde(rename = "userExternalId")]
    UserExternalId(String),
    /// The `participantId` of the user to remove from the conversation.
    ///
    /// An unknown user is answered with `404`.
    #[serde(rename = "participantId")]
    ParticipantId(String),
    /// Any other object, as written.
    #[serde(untagged)]
    Unknown(Json),
}

impl<'de> Deserialize<'de> for ParticipantLeaveBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Json::deserialize(deserializer)?;
        if let Some(value) = sole(&json, "userId")? {
            return Ok(Self::UserId(value));
        }
        if let Some(value) = sole(&json, "userExternalId")? {
            return Ok(Self::UserExternalId(value));
        }
        if let Some(value) = sole(&json, "participantId")? {
            return Ok(Self::ParticipantId(value));
        }
        Ok(Self::Unknown(json))
    }
}
