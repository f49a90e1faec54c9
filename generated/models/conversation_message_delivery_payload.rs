// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationMessageDeliveryPayload {
    /// User that the conversation belongs to.
    pub user: Option<User>,
    /// Conversation that the message was sent in.
    pub conversation: Option<ConversationTruncated>,
    /// See [`DeliveryMessage`].
    pub message: Option<DeliveryMessage>,
    /// See [`DeliveryDestination`].
    pub destination: Option<DeliveryDestination>,
    /// Third-party messages that the event is about.
    ///
    /// Their order may differ from one trigger to another. Unset for channels that do not expose message IDs.
    pub external_messages: Option<Vec<DeliveryExternalMessage>>,
    /// Whether no further webhook follows for this pair of `message.id` and `destination.type`.
    pub is_final_event: Option<bool>,
}

impl ConversationMessageDeliveryPayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            user: None,
            conversation: None,
            message: None,
            destination: None,
            external_messages: None,
            is_final_event: None,
        }
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<User>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::message`].
    pub fn with_message(mut self, message: impl Into<DeliveryMessage>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Sets [`Self::destination`].
    pub fn with_destination(mut self, destination: impl Into<DeliveryDestination>) -> Self {
        self.destination = Some(destination.into());
        self
    }

    /// Sets [`Self::external_messages`].
    pub fn with_external_messages(
        mut self,
        external_messages: impl IntoIterator<Item = impl Into<DeliveryExternalMessage>>,
    ) -> Self {
        self.external_messages = Some(external_messages.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::is_final_event`].
    pub fn with_is_final_event(mut self, is_final_event: impl Into<bool>) -> Self {
        self.is_final_event = Some(is_final_event.into());
        self
    }
}

impl Default for ConversationMessageDeliveryPayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ConversationMessageDeliveryPayload {
    const NAME: &'static str = "ConversationMessageDeliveryPayload";
    const KEYS: &'static [&'static str] =
        &["user", "conversation", "message", "destination", "externalMessages", "isFinalEvent"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut user = None;
        let mut conversation = None;
        let mut message = None;
        let mut destination = None;
        let mut external_messages = None;
        let mut is_final_event = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut user),
                1 => object.value(&mut conversation),
                2 => object.value(&mut message),
                3 => object.value(&mut destination),
                4 => object.value(&mut external_messages),
                5 => object.value(&mut is_final_event),
                _ => object.skip(),
            }?;
        }
        Ok(Self { user, conversation, message, destination, external_messages, is_final_event })
    }
}

impl<'de> Deserialize<'de> for ConversationMessageDeliveryPayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationMessageDeliveryPayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("user", &self.user);
        object.option("conversation", &self.conversation);
        object.option("message", &self.message);
        object.option("destination", &self.destination);
        object.option("externalMessages", &self.external_messages);
        object.option("isFinalEvent", &self.is_final_event);
        object.end()
    }
}
