// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserMergePayload {
    /// See [`MergedUsers`].
    pub merged_users: Option<MergedUsers>,
    /// See [`MergedConversations`].
    pub merged_conversations: Option<MergedConversations>,
    /// See [`MergedClients`].
    pub merged_clients: Option<MergedClients>,
    /// Flat object of the metadata properties lost when the two users were merged.
    ///
    /// Holds values only if the combined metadata is larger than the limit of 4 KB.
    pub discarded_metadata: Option<Json>,
    /// Why the users were merged.
    ///
    /// * `api`: merged through the API.
    /// * `channelLinking`: a channel link was initiated.
    /// * `sdkLogin`: the user logged in on an SDK device.
    pub reason: Option<UserMergeReason>,
}

impl UserMergePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            merged_users: None,
            merged_conversations: None,
            merged_clients: None,
            discarded_metadata: None,
            reason: None,
        }
    }

    /// Sets [`Self::merged_users`].
    pub fn with_merged_users(mut self, merged_users: impl Into<MergedUsers>) -> Self {
        self.merged_users = Some(merged_users.into());
        self
    }

    /// Sets [`Self::merged_conversations`].
    pub fn with_merged_conversations(mut self, merged_conversations: impl Into<MergedConversations>) -> Self {
        self.merged_conversations = Some(merged_conversations.into());
        self
    }

    /// Sets [`Self::merged_clients`].
    pub fn with_merged_clients(mut self, merged_clients: impl Into<MergedClients>) -> Self {
        self.merged_clients = Some(merged_clients.into());
        self
    }

    /// Sets [`Self::discarded_metadata`].
    pub fn with_discarded_metadata(mut self, discarded_metadata: impl Into<Json>) -> Self {
        self.discarded_metadata = Some(discarded_metadata.into());
        self
    }

    /// Sets [`Self::reason`].
    pub fn with_reason(mut self, reason: impl Into<UserMergeReason>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for UserMergePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for UserMergePayload {
    const NAME: &'static str = "UserMergePayload";
    const KEYS: &'static [&'static str] =
        &["mergedUsers", "mergedConversations", "mergedClients", "discardedMetadata", "reason"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut merged_users = None;
        let mut merged_conversations = None;
        let mut merged_clients = None;
        let mut discarded_metadata = None;
        let mut reason = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut merged_users),
                1 => object.value(&mut merged_conversations),
                2 => object.value(&mut merged_clients),
                3 => object.value(&mut discarded_metadata),
                4 => object.value(&mut reason),
                _ => object.skip(),
            }?;
        }
        Ok(Self { merged_users, merged_conversations, merged_clients, discarded_metadata, reason })
    }
}

impl<'de> Deserialize<'de> for UserMergePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for UserMergePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("mergedUsers", &self.merged_users);
        object.option("mergedConversations", &self.merged_conversations);
        object.option("mergedClients", &self.merged_clients);
        object.option("discardedMetadata", &self.discarded_metadata);
        object.option("reason", &self.reason);
        object.end()
    }
}

/// Why the users were merged.
///
/// * `api`: merged through the API.
/// * `channelLinking`: a channel link was initiated.
/// * `sdkLogin`: the user logged in on an SDK device.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UserMergeReason {
    /// `api`
    Api,
    /// `channelLinking`
    ChannelLinking,
    /// `sdkLogin`
    SdkLogin,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl UserMergeReason {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Api => "api",
            Self::ChannelLinking => "channelLinking",
            Self::SdkLogin => "sdkLogin",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for UserMergeReason {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "api" => Self::Api,
            "channelLinking" => Self::ChannelLinking,
            "sdkLogin" => Self::SdkLogin,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for UserMergeReason {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for UserMergeReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for UserMergeReason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
