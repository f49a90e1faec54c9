// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserMergePayload {
    /// See [`MergedUsers`].
    #[serde(rename = "mergedUsers", skip_serializing_if = "Option::is_none")]
    pub merged_users: Option<MergedUsers>,
    /// See [`MergedConversations`].
    #[serde(rename = "mergedConversations", skip_serializing_if = "Option::is_none")]
    pub merged_conversations: Option<MergedConversations>,
    /// See [`MergedClients`].
    #[serde(rename = "mergedClients", skip_serializing_if = "Option::is_none")]
    pub merged_clients: Option<MergedClients>,
    /// Flat object of the metadata properties lost when the two users were merged.
    ///
    /// Holds values only if the combined metadata is larger than the limit of 4 KB.
    #[serde(rename = "discardedMetadata", skip_serializing_if = "Option::is_none")]
    pub discarded_metadata: Option<Json>,
    /// Why the users were merged.
    ///
    /// * `api`: merged through the API.
    /// * `channelLinking`: a channel link was initiated.
    /// * `sdkLogin`: the user logged in on an SDK device.
    #[serde(skip_serializing_if = "Option::is_none")]
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
