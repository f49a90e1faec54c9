// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationPostbackPayload {
    /// Postback that the event is about.
    pub postback: Option<PostbackWebhook>,
    /// Conversation that the postback belongs to.
    pub conversation: Option<ConversationTruncated>,
    /// User who triggered the postback.
    pub user: Option<User>,
    /// Where the postback came from.
    pub source: Option<SourceWithCampaignWebhook>,
}

impl ConversationPostbackPayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { postback: None, conversation: None, user: None, source: None }
    }

    /// Sets [`Self::postback`].
    pub fn with_postback(mut self, postback: impl Into<PostbackWebhook>) -> Self {
        self.postback = Some(postback.into());
        self
    }

    /// Sets [`Self::conversation`].
    pub fn with_conversation(mut self, conversation: impl Into<ConversationTruncated>) -> Self {
        self.conversation = Some(conversation.into());
        self
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<User>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<SourceWithCampaignWebhook>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl Default for ConversationPostbackPayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ConversationPostbackPayload {
    const NAME: &'static str = "ConversationPostbackPayload";
    const KEYS: &'static [&'static str] = &["postback", "conversation", "user", "source"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut postback = None;
        let mut conversation = None;
        let mut user = None;
        let mut source = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut postback),
                1 => object.value(&mut conversation),
                2 => object.value(&mut user),
                3 => object.value(&mut source),
                _ => object.skip(),
            }?;
        }
        Ok(Self { postback, conversation, user, source })
    }
}

impl<'de> Deserialize<'de> for ConversationPostbackPayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationPostbackPayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("postback", &self.postback);
        object.option("conversation", &self.conversation);
        object.option("user", &self.user);
        object.option("source", &self.source);
        object.end()
    }
}
