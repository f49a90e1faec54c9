// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationCreatePayload {
    /// The newly created conversation.
    pub conversation: Option<ConversationTruncated>,
    /// Why the conversation was created, where that applies.
    ///
    /// * `linkRequest`: to generate a link request that moves the user to another channel.
    /// * `message`: a message was sent.
    /// * `none`: no particular purpose; mostly seen when `CreateConversation` made it.
    /// * `notification`: the Notification API was called.
    /// * `prechatCapture`: in the Web Messenger, the user filled in a form for prechat capture.
    /// * `startConversation`: the `startConversation` API of an SDK integration was called, or a messaging
    ///   channel triggered a start conversation event.
    /// * `proactiveMessaging`: the user interacted with a campaign.
    pub creation_reason: Option<ConversationCreationReason>,
    /// Where the creation came from.
    pub source: Option<SourceWithCampaignWebhook>,
    /// User that the conversation belongs to; present only for conversations of type `personal`.
    ///
    /// For `sdkGroup` conversations, `ListParticipants` returns the participants when they are needed.
    pub user: Option<User>,
    /// Information about the referral, where there was one.
    pub referral: Option<Referral>,
}

impl ConversationCreatePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None, creation_reason: None, source: None, user: None, referral: None }
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::creation_reason`].
    pub fn with_creation_reason(mut self, creation_reason: impl Into<ConversationCreationReason>) -> Self {
        self.creation_reason = Some(creation_reason.into());
        self
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<SourceWithCampaignWebhook>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<User>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Sets [`Self::referral`].
    pub fn with_referral(mut self, referral: impl Into<Referral>) -> Self {
        self.referral = Some(referral.into());
        self
    }
}

impl Default for ConversationCreatePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ConversationCreatePayload {
    const NAME: &'static str = "ConversationCreatePayload";
    const KEYS: &'static [&'static str] = &["conversation", "creationReason", "source", "user", "referral"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation = None;
        let mut creation_reason = None;
        let mut source = None;
        let mut user = None;
        let mut referral = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut conversation),
                1 => object.value(&mut creation_reason),
                2 => object.value(&mut source),
                3 => object.value(&mut user),
                4 => object.value(&mut referral),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation, creation_reason, source, user, referral })
    }
}

impl<'de> Deserialize<'de> for ConversationCreatePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationCreatePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("conversation", &self.conversation);
        object.option("creationReason", &self.creation_reason);
        object.option("source", &self.source);
        object.option("user", &self.user);
        object.option("referral", &self.referral);
        object.end()
    }
}

/// Why the conversation was created, where that applies.
///
/// * `linkRequest`: to generate a link request that moves the user to another channel.
/// * `message`: a message was sent.
/// * `none`: no particular purpose; mostly seen when `CreateConversation` made it.
/// * `notification`: the Notification API was called.
/// * `prechatCapture`: in the Web Messenger, the user filled in a form for prechat capture.
/// * `startConversation`: the `startConversation` API of an SDK integration was called, or a messaging
///   channel triggered a start conversation event.
/// * `proactiveMessaging`: the user interacted with a campaign.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConversationCreationReason {
    /// `linkRequest`
    LinkRequest,
    /// `message`
    Message,
    /// `none`
    None,
    /// `notification`
    Notification,
    /// `prechatCapture`
    PrechatCapture,
    /// `startConversation`
    StartConversation,
    /// `proactiveMessaging`
    ProactiveMessaging,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl ConversationCreationReason {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::LinkRequest => "linkRequest",
            Self::Message => "message",
            Self::None => "none",
            Self::Notification => "notification",
            Self::PrechatCapture => "prechatCapture",
            Self::StartConversation => "startConversation",
            Self::ProactiveMessaging => "proactiveMessaging",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ConversationCreationReason {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "linkRequest" => Self::LinkRequest,
            "message" => Self::Message,
            "none" => Self::None,
            "notification" => Self::Notification,
            "prechatCapture" => Self::PrechatCapture,
            "startConversation" => Self::StartConversation,
            "proactiveMessaging" => Self::ProactiveMessaging,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ConversationCreationReason {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ConversationCreationReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ConversationCreationReason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
