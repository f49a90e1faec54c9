// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The user that joins a conversation, by `userId` or by `userExternalId`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ParticipantJoinBody {
    /// ID of the user who is to take part in the conversation.
    ///
    /// Exactly one of `userId` and `userExternalId` is required. An unknown user is answered with `404`.
    pub user_id: Option<String>,
    /// Whether the participant's SDK client is subscribed to the conversation.
    ///
    /// If `true`, push notifications for the conversation reach the user at once, even before it has been
    /// viewed in the SDK, and a user without an SDK client gets one. Required for conversations of type
    /// `sdkGroup`.
    pub subscribe_sdk_client: Option<bool>,
    /// The `externalId` of the user who is to take part in the conversation.
    ///
    /// Exactly one of `userId` and `userExternalId` is required. An unknown user is answered with `404`.
    pub user_external_id: Option<String>,
}

impl ParticipantJoinBody {
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

impl Default for ParticipantJoinBody {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ParticipantJoinBody {
    const NAME: &'static str = "ParticipantJoinBody";
    const KEYS: &'static [&'static str] = &["userId", "subscribeSDKClient", "userExternalId"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut user_id = None;
        let mut subscribe_sdk_client = None;
        let mut user_external_id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut user_id),
                1 => object.value(&mut subscribe_sdk_client),
                2 => object.value(&mut user_external_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { user_id, subscribe_sdk_client, user_external_id })
    }
}

impl<'de> Deserialize<'de> for ParticipantJoinBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ParticipantJoinBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("userId", &self.user_id);
        object.option("subscribeSDKClient", &self.subscribe_sdk_client);
        object.option("userExternalId", &self.user_external_id);
        object.end()
    }
}
