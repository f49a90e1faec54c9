// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Something that happened, as a webhook is told.
///
/// Told apart by `type`. A kind that this version does not know arrives as `Unknown`, with all
/// its JSON; a known kind whose content does not fit is an error.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
#[non_exhaustive]
pub enum Event {
    /// `client:add`
    #[serde(rename = "client:add")]
    ClientAdd(Box<ClientAddEvent>),
    /// `client:remove`
    #[serde(rename = "client:remove")]
    ClientRemove(Box<ClientRemoveEvent>),
    /// `client:update`
    #[serde(rename = "client:update")]
    ClientUpdate(Box<ClientUpdateEvent>),
    /// `conversation:create`
    #[serde(rename = "conversation:create")]
    ConversationCreate(Box<ConversationCreateEvent>),
    /// `conversation:join`
    #[serde(rename = "conversation:join")]
    ConversationJoin(Box<ConversationJoinEvent>),
    /// `conversation:leave`
    #[serde(rename = "conversation:leave")]
    ConversationLeave(Box<ConversationLeaveEvent>),
    /// `conversation:message:delivery:channel`
    #[serde(rename = "conversation:message:delivery:channel")]
    ConversationMessageDeliveryChannel(Box<ConversationMessageDeliveryChannelEvent>),
    /// `conversation:message:delivery:failure`
    #[serde(rename = "conversation:message:delivery:failure")]
    ConversationMessageDeliveryFailure(Box<ConversationMessageDeliveryFailureEvent>),
    /// `conversation:message:delivery:user`
    #[serde(rename = "conversation:message:delivery:user")]
    ConversationMessageDeliveryUser(Box<ConversationMessageDeliveryUserEvent>),
    /// `conversation:message`
    #[serde(rename = "conversation:message")]
    ConversationMessage(Box<ConversationMessageEvent>),
    /// `conversation:postback`
    #[serde(rename = "conversation:postback")]
    ConversationPostback(Box<ConversationPostbackEvent>),
    /// `conversation:read`
    #[serde(rename = "conversation:read")]
    ConversationRead(Box<ConversationReadEvent>),
    /// `conversation:referral`
    #[serde(rename = "conversation:referral")]
    ConversationReferral(Box<ConversationReferralEvent>),
    /// `conversation:remove`
    #[serde(rename = "conversation:remove")]
    ConversationRemove(Box<ConversationRemoveEvent>),
    /// `conversation:typing`
    #[serde(rename = "conversation:typing")]
    ConversationTyping(Box<ConversationTypingEvent>),
    /// `switchboard:acceptControl`
    #[serde(rename = "switchboard:acceptControl")]
    SwitchboardAcceptControl(Box<SwitchboardAcceptControlEvent>),
    /// `switchboard:acceptControl:failure`
    #[serde(rename = "switchboard:acceptControl:failure")]
    SwitchboardAcceptControlFailure(Box<SwitchboardAcceptControlFailureEvent>),
    /// `switchboard:offerControl`
    #[serde(rename = "switchboard:offerControl")]
    SwitchboardOfferControl(Box<SwitchboardOfferControlEvent>),
    /// `switchboard:offerControl:failure`
    #[serde(rename = "switchboard:offerControl:failure")]
    SwitchboardOfferControlFailure(Box<SwitchboardOfferControlFailureEvent>),
    /// `switchboard:passControl`
    #[serde(rename = "switchboard:passControl")]
    SwitchboardPassControl(Box<SwitchboardPassControlEvent>),
    /// `switchboard:passControl:failure`
    #[serde(rename = "switchboard:passControl:failure")]
    SwitchboardPassControlFailure(Box<SwitchboardPassControlFailureEvent>),
    /// `switchboard:releaseControl`
    #[serde(rename = "switchboard:releaseControl")]
    SwitchboardReleaseControl(Box<SwitchboardReleaseControlEvent>),
    /// `user:merge`
    #[serde(rename = "user:merge")]
    UserMerge(Box<UserMergeEvent>),
    /// `user:remove`
    #[serde(rename = "user:remove")]
    UserRemove(Box<UserRemoveEvent>),
    /// `user:update`
    #[serde(rename = "user:update")]
    UserUpdate(Box<UserUpdateEvent>),
    /// Any other kind, as the API wrote it.
    #[serde(untagged)]
    Unknown(Json),
}

impl Event {
    /// The `type` that tells the variants apart.
    #[must_use]
    #[inline]
    pub fn type_(&self) -> Cow<'_, str> {
        match self {
            Self::ClientAdd(_) => Cow::Borrowed("client:add"),
            Self::ClientRemove(_) => Cow::Borrowed("client:remove"),
            Self::ClientUpdate(_) => Cow::Borrowed("client:update"),
            Self::ConversationCreate(_) => Cow::Borrowed("conversation:create"),
            Self::ConversationJoin(_) => Cow::Borrowed("conversation:join"),
            Self::ConversationLeave(_) => Cow::Borrowed("conversation:leave"),
            Self::ConversationMessageDeliveryChannel(_) => Cow::Borrowed("conversation:message:delivery:channel"),
            Self::ConversationMessageDeliveryFailure(_) => Cow::Borrowed("conversation:message:delivery:failure"),
            Self::ConversationMessageDeliveryUser(_) => Cow::Borrowed("conversation:message:delivery:user"),
            Self::ConversationMessage(_) => Cow::Borrowed("conversation:message"),
            Self::ConversationPostback(_) => Cow::Borrowed("conversation:postback"),
            Self::ConversationRead(_) => Cow::Borrowed("conversation:read"),
            Self::ConversationReferral(_) => Cow::Borrowed("conversation:referral"),
            Self::ConversationRemove(_) => Cow::Borrowed("conversation:remove"),
            Self::ConversationTyping(_) => Cow::Borrowed("conversation:typing"),
            Self::SwitchboardAcceptControl(_) => Cow::Borrowed("switchboard:acceptControl"),
            Self::SwitchboardAcceptControlFailure(_) => Cow::Borrowed("switchboard:acceptControl:failure"),
            Self::SwitchboardOfferControl(_) => Cow::Borrowed("switchboard:offerControl"),
            Self::SwitchboardOfferControlFailure(_) => Cow::Borrowed("switchboard:offerControl:failure"),
            Self::SwitchboardPassControl(_) => Cow::Borrowed("switchboard:passControl"),
            Self::SwitchboardPassControlFailure(_) => Cow::Borrowed("switchboard:passControl:failure"),
            Self::SwitchboardReleaseControl(_) => Cow::Borrowed("switchboard:releaseControl"),
            Self::UserMerge(_) => Cow::Borrowed("user:merge"),
            Self::UserRemove(_) => Cow::Borrowed("user:remove"),
            Self::UserUpdate(_) => Cow::Borrowed("user:update"),
            Self::Unknown(json) => json.text_of("type").unwrap_or_default(),
        }
    }

    /// The `id` of any variant; empty where there is none.
    #[must_use]
    #[inline]
    pub fn id(&self) -> Cow<'_, str> {
        match self {
            Self::ClientAdd(content) => Cow::Borrowed(&content.id),
            Self::ClientRemove(content) => Cow::Borrowed(&content.id),
            Self::ClientUpdate(content) => Cow::Borrowed(&content.id),
            Self::ConversationCreate(content) => Cow::Borrowed(&content.id),
            Self::ConversationJoin(content) => Cow::Borrowed(&content.id),
            Self::ConversationLeave(content) => Cow::Borrowed(&content.id),
            Self::ConversationMessageDeliveryChannel(content) => Cow::Borrowed(&content.id),
            Self::ConversationMessageDeliveryFailure(content) => Cow::Borrowed(&content.id),
            Self::ConversationMessageDeliveryUser(content) => Cow::Borrowed(&content.id),
            Self::ConversationMessage(content) => Cow::Borrowed(&content.id),
            Self::ConversationPostback(content) => Cow::Borrowed(&content.id),
            Self::ConversationRead(content) => Cow::Borrowed(&content.id),
            Self::ConversationReferral(content) => Cow::Borrowed(&content.id),
            Self::ConversationRemove(content) => Cow::Borrowed(&content.id),
            Self::ConversationTyping(content) => Cow::Borrowed(&content.id),
            Self::SwitchboardAcceptControl(content) => Cow::Borrowed(&content.id),
            Self::SwitchboardAcceptControlFailure(content) => Cow::Borrowed(&content.id),
            Self::SwitchboardOfferControl(content) => Cow::Borrowed(&content.id),
            Self::SwitchboardOfferControlFailure(content) => Cow::Borrowed(&content.id),
            Self::SwitchboardPassControl(content) => Cow::Borrowed(&content.id),
            Self::SwitchboardPassControlFailure(content) => Cow::Borrowed(&content.id),
            Self::SwitchboardReleaseControl(content) => Cow::Borrowed(&content.id),
            Self::UserMerge(content) => Cow::Borrowed(&content.id),
            Self::UserRemove(content) => Cow::Borrowed(&content.id),
            Self::UserUpdate(content) => Cow::Borrowed(&content.id),
            Self::Unknown(json) => json.text_of("id").unwrap_or_default(),
        }
    }

    /// The `createdAt` of any variant; empty where there is none.
    #[must_use]
    #[inline]
    pub fn created_at(&self) -> Cow<'_, Time> {
        match self {
            Self::ClientAdd(content) => Cow::Borrowed(&content.created_at),
            Self::ClientRemove(content) => Cow::Borrowed(&content.created_at),
            Self::ClientUpdate(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationCreate(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationJoin(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationLeave(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationMessageDeliveryChannel(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationMessageDeliveryFailure(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationMessageDeliveryUser(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationMessage(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationPostback(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationRead(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationReferral(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationRemove(content) => Cow::Borrowed(&content.created_at),
            Self::ConversationTyping(content) => Cow::Borrowed(&content.created_at),
            Self::SwitchboardAcceptControl(content) => Cow::Borrowed(&content.created_at),
            Self::SwitchboardAcceptControlFailure(content) => Cow::Borrowed(&content.created_at),
            Self::SwitchboardOfferControl(content) => Cow::Borrowed(&content.created_at),
            Self::SwitchboardOfferControlFailure(content) => Cow::Borrowed(&content.created_at),
            Self::SwitchboardPassControl(content) => Cow::Borrowed(&content.created_at),
            Self::SwitchboardPassControlFailure(content) => Cow::Borrowed(&content.created_at),
            Self::SwitchboardReleaseControl(content) => Cow::Borrowed(&content.created_at),
            Self::UserMerge(content) => Cow::Borrowed(&content.created_at),
            Self::UserRemove(content) => Cow::Borrowed(&content.created_at),
            Self::UserUpdate(content) => Cow::Borrowed(&content.created_at),
            Self::Unknown(json) => Cow::Owned(json.text_of("createdAt").unwrap_or_default().into_owned().into()),
        }
    }
}

impl Tagged for Event {
    const TAG: &'static str = "type";
    const KNOWN: &'static [&'static str] = &[
        "client:add",
        "client:remove",
        "client:update",
        "conversation:create",
        "conversation:join",
        "conversation:leave",
        "conversation:message:delivery:channel",
        "conversation:message:delivery:failure",
        "conversation:message:delivery:user",
        "conversation:message",
        "conversation:postback",
        "conversation:read",
        "conversation:referral",
        "conversation:remove",
        "conversation:typing",
        "switchboard:acceptControl",
        "switchboard:acceptControl:failure",
        "switchboard:offerControl",
        "switchboard:offerControl:failure",
        "switchboard:passControl",
        "switchboard:passControl:failure",
        "switchboard:releaseControl",
        "user:merge",
        "user:remove",
        "user:update",
    ];

    fn decode<'de, D: Deserializer<'de>>(tag: &str, content: D) -> Result<Self, D::Error> {
        match tag {
            "client:add" => Deserialize::deserialize(content).map(Self::ClientAdd),
            "client:remove" => Deserialize::deserialize(content).map(Self::ClientRemove),
            "client:update" => Deserialize::deserialize(content).map(Self::ClientUpdate),
            "conversation:create" => Deserialize::deserialize(content).map(Self::ConversationCreate),
            "conversation:join" => Deserialize::deserialize(content).map(Self::ConversationJoin),
            "conversation:leave" => Deserialize::deserialize(content).map(Self::ConversationLeave),
            "conversation:message:delivery:channel" => {
                Deserialize::deserialize(content).map(Self::ConversationMessageDeliveryChannel)
            }
            "conversation:message:delivery:failure" => {
                Deserialize::deserialize(content).map(Self::ConversationMessageDeliveryFailure)
            }
            "conversation:message:delivery:user" => {
                Deserialize::deserialize(content).map(Self::ConversationMessageDeliveryUser)
            }
            "conversation:message" => Deserialize::deserialize(content).map(Self::ConversationMessage),
            "conversation:postback" => Deserialize::deserialize(content).map(Self::ConversationPostback),
            "conversation:read" => Deserialize::deserialize(content).map(Self::ConversationRead),
            "conversation:referral" => Deserialize::deserialize(content).map(Self::ConversationReferral),
            "conversation:remove" => Deserialize::deserialize(content).map(Self::ConversationRemove),
            "conversation:typing" => Deserialize::deserialize(content).map(Self::ConversationTyping),
            "switchboard:acceptControl" => Deserialize::deserialize(content).map(Self::SwitchboardAcceptControl),
            "switchboard:acceptControl:failure" => {
                Deserialize::deserialize(content).map(Self::SwitchboardAcceptControlFailure)
            }
            "switchboard:offerControl" => Deserialize::deserialize(content).map(Self::SwitchboardOfferControl),
            "switchboard:offerControl:failure" => {
                Deserialize::deserialize(content).map(Self::SwitchboardOfferControlFailure)
            }
            "switchboard:passControl" => Deserialize::deserialize(content).map(Self::SwitchboardPassControl),
            "switchboard:passControl:failure" => {
                Deserialize::deserialize(content).map(Self::SwitchboardPassControlFailure)
            }
            "switchboard:releaseControl" => Deserialize::deserialize(content).map(Self::SwitchboardReleaseControl),
            "user:merge" => Deserialize::deserialize(content).map(Self::UserMerge),
            "user:remove" => Deserialize::deserialize(content).map(Self::UserRemove),
            "user:update" => Deserialize::deserialize(content).map(Self::UserUpdate),
            _ => Err(de::Error::unknown_variant(tag, Self::KNOWN)),
        }
    }

    #[inline]
    fn unknown(json: Json) -> Self {
        Self::Unknown(json)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tagged(deserializer)
    }
}

impl From<ClientAddEvent> for Event {
    #[inline]
    fn from(content: ClientAddEvent) -> Self {
        Self::ClientAdd(Box::new(content))
    }
}

impl From<ClientRemoveEvent> for Event {
    #[inline]
    fn from(content: ClientRemoveEvent) -> Self {
        Self::ClientRemove(Box::new(content))
    }
}

impl From<ClientUpdateEvent> for Event {
    #[inline]
    fn from(content: ClientUpdateEvent) -> Self {
        Self::ClientUpdate(Box::new(content))
    }
}

impl From<ConversationCreateEvent> for Event {
    #[inline]
    fn from(content: ConversationCreateEvent) -> Self {
        Self::ConversationCreate(Box::new(content))
    }
}

impl From<ConversationJoinEvent> for Event {
    #[inline]
    fn from(content: ConversationJoinEvent) -> Self {
        Self::ConversationJoin(Box::new(content))
    }
}

impl From<ConversationLeaveEvent> for Event {
    #[inline]
    fn from(content: ConversationLeaveEvent) -> Self {
        Self::ConversationLeave(Box::new(content))
    }
}

impl From<ConversationMessageDeliveryChannelEvent> for Event {
    #[inline]
    fn from(content: ConversationMessageDeliveryChannelEvent) -> Self {
        Self::ConversationMessageDeliveryChannel(Box::new(content))
    }
}

impl From<ConversationMessageDeliveryFailureEvent> for Event {
    #[inline]
    fn from(content: ConversationMessageDeliveryFailureEvent) -> Self {
        Self::ConversationMessageDeliveryFailure(Box::new(content))
    }
}

impl From<ConversationMessageDeliveryUserEvent> for Event {
    #[inline]
    fn from(content: ConversationMessageDeliveryUserEvent) -> Self {
        Self::ConversationMessageDeliveryUser(Box::new(content))
    }
}

impl From<ConversationMessageEvent> for Event {
    #[inline]
    fn from(content: ConversationMessageEvent) -> Self {
        Self::ConversationMessage(Box::new(content))
    }
}

impl From<ConversationPostbackEvent> for Event {
    #[inline]
    fn from(content: ConversationPostbackEvent) -> Self {
        Self::ConversationPostback(Box::new(content))
    }
}

impl From<ConversationReadEvent> for Event {
    #[inline]
    fn from(content: ConversationReadEvent) -> Self {
        Self::ConversationRead(Box::new(content))
    }
}

impl From<ConversationReferralEvent> for Event {
    #[inline]
    fn from(content: ConversationReferralEvent) -> Self {
        Self::ConversationReferral(Box::new(content))
    }
}

impl From<ConversationRemoveEvent> for Event {
    #[inline]
    fn from(content: ConversationRemoveEvent) -> Self {
        Self::ConversationRemove(Box::new(content))
    }
}

impl From<ConversationTypingEvent> for Event {
    #[inline]
    fn from(content: ConversationTypingEvent) -> Self {
        Self::ConversationTyping(Box::new(content))
    }
}

impl From<SwitchboardAcceptControlEvent> for Event {
    #[inline]
    fn from(content: SwitchboardAcceptControlEvent) -> Self {
        Self::SwitchboardAcceptControl(Box::new(content))
    }
}

impl From<SwitchboardAcceptControlFailureEvent> for Event {
    #[inline]
    fn from(content: SwitchboardAcceptControlFailureEvent) -> Self {
        Self::SwitchboardAcceptControlFailure(Box::new(content))
    }
}

impl From<SwitchboardOfferControlEvent> for Event {
    #[inline]
    fn from(content: SwitchboardOfferControlEvent) -> Self {
        Self::SwitchboardOfferControl(Box::new(content))
    }
}

impl From<SwitchboardOfferControlFailureEvent> for Event {
    #[inline]
    fn from(content: SwitchboardOfferControlFailureEvent) -> Self {
        Self::SwitchboardOfferControlFailure(Box::new(content))
    }
}

impl From<SwitchboardPassControlEvent> for Event {
    #[inline]
    fn from(content: SwitchboardPassControlEvent) -> Self {
        Self::SwitchboardPassControl(Box::new(content))
    }
}

impl From<SwitchboardPassControlFailureEvent> for Event {
    #[inline]
    fn from(content: SwitchboardPassControlFailureEvent) -> Self {
        Self::SwitchboardPassControlFailure(Box::new(content))
    }
}

impl From<SwitchboardReleaseControlEvent> for Event {
    #[inline]
    fn from(content: SwitchboardReleaseControlEvent) -> Self {
        Self::SwitchboardReleaseControl(Box::new(content))
    }
}

impl From<UserMergeEvent> for Event {
    #[inline]
    fn from(content: UserMergeEvent) -> Self {
        Self::UserMerge(Box::new(content))
    }
}

impl From<UserRemoveEvent> for Event {
    #[inline]
    fn from(content: UserRemoveEvent) -> Self {
        Self::UserRemove(Box::new(content))
    }
}

impl From<UserUpdateEvent> for Event {
    #[inline]
    fn from(content: UserUpdateEvent) -> Self {
        Self::UserUpdate(Box::new(content))
    }
}

/// What a webhook is called for: the `type` of each kind of [`Event`].
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Trigger {
    /// `client:add`
    ClientAdd,
    /// `client:remove`
    ClientRemove,
    /// `client:update`
    ClientUpdate,
    /// `conversation:create`
    ConversationCreate,
    /// `conversation:join`
    ConversationJoin,
    /// `conversation:leave`
    ConversationLeave,
    /// `conversation:message:delivery:channel`
    ConversationMessageDeliveryChannel,
    /// `conversation:message:delivery:failure`
    ConversationMessageDeliveryFailure,
    /// `conversation:message:delivery:user`
    ConversationMessageDeliveryUser,
    /// `conversation:message`
    ConversationMessage,
    /// `conversation:postback`
    ConversationPostback,
    /// `conversation:read`
    ConversationRead,
    /// `conversation:referral`
    ConversationReferral,
    /// `conversation:remove`
    ConversationRemove,
    /// `conversation:typing`
    ConversationTyping,
    /// `switchboard:acceptControl`
    SwitchboardAcceptControl,
    /// `switchboard:acceptControl:failure`
    SwitchboardAcceptControlFailure,
    /// `switchboard:offerControl`
    SwitchboardOfferControl,
    /// `switchboard:offerControl:failure`
    SwitchboardOfferControlFailure,
    /// `switchboard:passControl`
    SwitchboardPassControl,
    /// `switchboard:passControl:failure`
    SwitchboardPassControlFailure,
    /// `switchboard:releaseControl`
    SwitchboardReleaseControl,
    /// `user:merge`
    UserMerge,
    /// `user:remove`
    UserRemove,
    /// `user:update`
    UserUpdate,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl Trigger {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ClientAdd => "client:add",
            Self::ClientRemove => "client:remove",
            Self::ClientUpdate => "client:update",
            Self::ConversationCreate => "conversation:create",
            Self::ConversationJoin => "conversation:join",
            Self::ConversationLeave => "conversation:leave",
            Self::ConversationMessageDeliveryChannel => "conversation:message:delivery:channel",
            Self::ConversationMessageDeliveryFailure => "conversation:message:delivery:failure",
            Self::ConversationMessageDeliveryUser => "conversation:message:delivery:user",
            Self::ConversationMessage => "conversation:message",
            Self::ConversationPostback => "conversation:postback",
            Self::ConversationRead => "conversation:read",
            Self::ConversationReferral => "conversation:referral",
            Self::ConversationRemove => "conversation:remove",
            Self::ConversationTyping => "conversation:typing",
            Self::SwitchboardAcceptControl => "switchboard:acceptControl",
            Self::SwitchboardAcceptControlFailure => "switchboard:acceptControl:failure",
            Self::SwitchboardOfferControl => "switchboard:offerControl",
            Self::SwitchboardOfferControlFailure => "switchboard:offerControl:failure",
            Self::SwitchboardPassControl => "switchboard:passControl",
            Self::SwitchboardPassControlFailure => "switchboard:passControl:failure",
            Self::SwitchboardReleaseControl => "switchboard:releaseControl",
            Self::UserMerge => "user:merge",
            Self::UserRemove => "user:remove",
            Self::UserUpdate => "user:update",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for Trigger {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "client:add" => Self::ClientAdd,
            "client:remove" => Self::ClientRemove,
            "client:update" => Self::ClientUpdate,
            "conversation:create" => Self::ConversationCreate,
            "conversation:join" => Self::ConversationJoin,
            "conversation:leave" => Self::ConversationLeave,
            "conversation:message:delivery:channel" => Self::ConversationMessageDeliveryChannel,
            "conversation:message:delivery:failure" => Self::ConversationMessageDeliveryFailure,
            "conversation:message:delivery:user" => Self::ConversationMessageDeliveryUser,
            "conversation:message" => Self::ConversationMessage,
            "conversation:postback" => Self::ConversationPostback,
            "conversation:read" => Self::ConversationRead,
            "conversation:referral" => Self::ConversationReferral,
            "conversation:remove" => Self::ConversationRemove,
            "conversation:typing" => Self::ConversationTyping,
            "switchboard:acceptControl" => Self::SwitchboardAcceptControl,
            "switchboard:acceptControl:failure" => Self::SwitchboardAcceptControlFailure,
            "switchboard:offerControl" => Self::SwitchboardOfferControl,
            "switchboard:offerControl:failure" => Self::SwitchboardOfferControlFailure,
            "switchboard:passControl" => Self::SwitchboardPassControl,
            "switchboard:passControl:failure" => Self::SwitchboardPassControlFailure,
            "switchboard:releaseControl" => Self::SwitchboardReleaseControl,
            "user:merge" => Self::UserMerge,
            "user:remove" => Self::UserRemove,
            "user:update" => Self::UserUpdate,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Trigger {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Trigger {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Trigger {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
