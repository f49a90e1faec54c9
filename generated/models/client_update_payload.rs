// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClientUpdatePayload {
    /// Conversation that caused the client to change.
    pub conversation: Option<ConversationTruncated>,
    /// User that the client belongs to.
    pub user: Option<UserTruncated>,
    /// The client after the update.
    pub client: Option<Client>,
    /// Why the client was updated.
    ///
    /// * `confirmed`: the client has become active and can be used.
    /// * `blocked`: the user unsubscribed from the conversation.
    /// * `unblocked`: a user who had unsubscribed came back to the conversation.
    /// * `matched`: a user fitting the information given was found by the channel.
    pub reason: Option<ClientUpdateReason>,
}

impl ClientUpdatePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None, user: None, client: None, reason: None }
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<UserTruncated>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Sets [`Self::client`].
    pub fn with_client(mut self, client: impl Into<Client>) -> Self {
        self.client = Some(client.into());
        self
    }

    /// Sets [`Self::reason`].
    pub fn with_reason(mut self, reason: impl Into<ClientUpdateReason>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for ClientUpdatePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ClientUpdatePayload {
    const NAME: &'static str = "ClientUpdatePayload";
    const KEYS: &'static [&'static str] = &["conversation", "user", "client", "reason"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation = None;
        let mut user = None;
        let mut client = None;
        let mut reason = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut conversation),
                1 => object.value(&mut user),
                2 => object.value(&mut client),
                3 => object.value(&mut reason),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation, user, client, reason })
    }
}

impl<'de> Deserialize<'de> for ClientUpdatePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ClientUpdatePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("conversation", &self.conversation);
        object.option("user", &self.user);
        object.option("client", &self.client);
        object.option("reason", &self.reason);
        object.end()
    }
}

/// Why the client was updated.
///
/// * `confirmed`: the client has become active and can be used.
/// * `blocked`: the user unsubscribed from the conversation.
/// * `unblocked`: a user who had unsubscribed came back to the conversation.
/// * `matched`: a user fitting the information given was found by the channel.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientUpdateReason {
    /// `confirmed`
    Confirmed,
    /// `blocked`
    Blocked,
    /// `unblocked`
    Unblocked,
    /// `matched`
    Matched,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl ClientUpdateReason {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Blocked => "blocked",
            Self::Unblocked => "unblocked",
            Self::Matched => "matched",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ClientUpdateReason {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "confirmed" => Self::Confirmed,
            "blocked" => Self::Blocked,
            "unblocked" => Self::Unblocked,
            "matched" => Self::Matched,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ClientUpdateReason {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ClientUpdateReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ClientUpdateReason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
