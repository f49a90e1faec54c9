// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A user to take part in a conversation, by `userId` or by `userExternalId`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ParticipantCreate {
    /// ID of the user who is to take part in the conversation.
    ///
    /// Exactly one of `userId` and `userExternalId` is required. An unknown user is answered with `404`.
    #[serde(rename = "userId", skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// Whether the participant's SDK client is subscribed to the conversation.
    ///
    /// If `true`, push notifications for the conversation reach the user at once, even before it has been
    /// viewed in the SDK, and a user without an SDK client gets one. Required for conversations of type
    /// `sdkGroup`.
    #[serde(rename = "subscribeSDKClient", skip_serializing_if = "Option::is_none")]
    pub subscribe_sdk_client: Option<bool>,
    /// The `externalId` of the user who is to take part in the conversation.
    ///
    /// Exactly one of `userId` and `userExternalId` is required. An unknown user is answered with `404`.
    #[serde(rename = "userExternalId", skip_serializing_if = "Option::is_none")]
    pub user_external_id: Option<String>,
}

impl ParticipantCreate {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { user_id: None, subscribe_sdk_client: None, user_external_id: None }
    }

    /// Sets [`Self::user_id`].
    pub fn with_user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Sets [`Self::subscribe_sdk_client`].
    pub fn with_subscribe_sdk_client(mut self, subscribe_sdk_client: impl Into<bool>) -> Self {
        self.subscribe_sdk_client = Some(subscribe_sdk_client.into());
        self
    }

    /// Sets [`Self::user_external_id`].
    pub fn with_user_external_id(mut self, user_external_id: impl Into<String>) -> Self {
        self.user_external_id = Some(user_external_id.into());
        self
    }
}

impl Default for ParticipantCreate {
    fn default() -> Self {
        Self::new()
    }
}
