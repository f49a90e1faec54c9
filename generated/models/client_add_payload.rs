// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClientAddPayload {
    /// Conversation linked with the client's creation.
    ///
    /// Present only if `reason` is `channelLinking` and the client is being attached to a particular
    /// conversation.
    pub conversation: Option<ConversationTruncated>,
    /// User that the client belongs to.
    pub user: Option<UserTruncated>,
    /// The newly created client.
    pub client: Option<Client>,
    /// Why the client was added, that is, what led to its creation.
    ///
    /// * `channelLinking`: a channel link was initiated.
    /// * `sdkLogin`: the user logged in on an SDK device.
    /// * `authCode`: an SDK client was initialized with an `authCode`.
    pub reason: Option<ClientAddReason>,
    /// Origin of the event, such as the API or an SDK device.
    pub source: Option<SourceWebhook>,
}

impl ClientAddPayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None, user: None, client: None, reason: None, source: None }
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
    pub fn with_reason(mut self, reason: impl Into<ClientAddReason>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<SourceWebhook>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl Default for ClientAddPayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ClientAddPayload {
    const NAME: &'static str = "ClientAddPayload";
    const KEYS: &'static [&'static str] = &["conversation", "user", "client", "reason", "source"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation = None;
        let mut user = None;
        let mut client = None;
        let mut reason = None;
        let mut source = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut conversation),
                1 => object.value(&mut user),
                2 => object.value(&mut client),
                3 => object.value(&mut reason),
                4 => object.value(&mut source),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation, user, client, reason, source })
    }
}

impl<'de> Deserialize<'de> for ClientAddPayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ClientAddPayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("conversation", &self.conversation);
        object.option("user", &self.user);
        object.option("client", &self.client);
        object.option("reason", &self.reason);
        object.option("source", &self.source);
        object.end()
    }
}

/// Why the client was added, that is, what led to its creation.
///
/// * `channelLinking`: a channel link was initiated.
/// * `sdkLogin`: the user logged in on an SDK device.
/// * `authCode`: an SDK client was initialized with an `authCode`.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientAddReason {
    /// `channelLinking`
    ChannelLinking,
    /// `sdkLogin`
    SdkLogin,
    /// `authCode`
    AuthCode,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl ClientAddReason {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ChannelLinking => "channelLinking",
            Self::SdkLogin => "sdkLogin",
            Self::AuthCode => "authCode",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ClientAddReason {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "channelLinking" => Self::ChannelLinking,
            "sdkLogin" => Self::SdkLogin,
            "authCode" => Self::AuthCode,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ClientAddReason {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ClientAddReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ClientAddReason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
