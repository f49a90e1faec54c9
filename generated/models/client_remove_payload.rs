// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClientRemovePayload {
    /// Conversation linked with the client's removal.
    ///
    /// Present only if `reason` is `theft`, `linkCancelled` or `linkFailed`; with `theft` it is absent when
    /// the conversation has been deleted.
    pub conversation: Option<ConversationTruncated>,
    /// User that the client belongs to.
    pub user: Option<UserTruncated>,
    /// The client that was removed.
    pub client: Option<Client>,
    /// Why the client was removed.
    ///
    /// * `api`: removed through the API.
    /// * `linkCancelled`: the user called off a channel link.
    /// * `linkFailed`: an attempt to link a channel failed.
    /// * `sdk`: removed through the SDK.
    /// * `theft`: a channel link moved the client to another user.
    pub reason: Option<ClientRemoveReason>,
    /// Details of the failure.
    ///
    /// Present only if `reason` is `linkCancelled` or `linkFailed`.
    pub error: Option<Json>,
    /// Origin of the event, such as the API or an SDK device.
    pub source: Option<SourceWebhook>,
}

impl ClientRemovePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None, user: None, client: None, reason: None, error: None, source: None }
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
    pub fn with_reason(mut self, reason: impl Into<ClientRemoveReason>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Sets [`Self::error`].
    pub fn with_error(mut self, error: impl Into<Json>) -> Self {
        self.error = Some(error.into());
        self
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<SourceWebhook>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl Default for ClientRemovePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ClientRemovePayload {
    const NAME: &'static str = "ClientRemovePayload";
    const KEYS: &'static [&'static str] = &["conversation", "user", "client", "reason", "error", "source"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation = None;
        let mut user = None;
        let mut client = None;
        let mut reason = None;
        let mut error = None;
        let mut source = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut conversation),
                1 => object.value(&mut user),
                2 => object.value(&mut client),
                3 => object.value(&mut reason),
                4 => object.value(&mut error),
                5 => object.value(&mut source),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation, user, client, reason, error, source })
    }
}

impl<'de> Deserialize<'de> for ClientRemovePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ClientRemovePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("conversation", &self.conversation);
        object.option("user", &self.user);
        object.option("client", &self.client);
        object.option("reason", &self.reason);
        object.option("error", &self.error);
        object.option("source", &self.source);
        object.end()
    }
}

/// Why the client was removed.
///
/// * `api`: removed through the API.
/// * `linkCancelled`: the user called off a channel link.
/// * `linkFailed`: an attempt to link a channel failed.
/// * `sdk`: removed through the SDK.
/// * `theft`: a channel link moved the client to another user.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientRemoveReason {
    /// `api`
    Api,
    /// `linkCancelled`
    LinkCancelled,
    /// `linkFailed`
    LinkFailed,
    /// `sdk`
    Sdk,
    /// `theft`
    Theft,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl ClientRemoveReason {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Api => "api",
            Self::LinkCancelled => "linkCancelled",
            Self::LinkFailed => "linkFailed",
            Self::Sdk => "sdk",
            Self::Theft => "theft",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ClientRemoveReason {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "api" => Self::Api,
            "linkCancelled" => Self::LinkCancelled,
            "linkFailed" => Self::LinkFailed,
            "sdk" => Self::Sdk,
            "theft" => Self::Theft,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ClientRemoveReason {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ClientRemoveReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ClientRemoveReason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
