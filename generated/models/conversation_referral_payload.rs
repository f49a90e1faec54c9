// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationReferralPayload {
    /// Conversation that the referral leads the user to.
    ///
    /// The [conversation
    /// referrals](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/conversation-referrals/) guide has the details.
    pub conversation: Option<ConversationTruncated>,
    /// User that the conversation belongs to.
    pub user: Option<User>,
    /// Where the referral came from.
    pub source: Option<SourceWithCampaignWebhook>,
    /// See [`Referral`].
    pub referral: Option<Referral>,
}

impl ConversationReferralPayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { conversation: None, user: None, source: None, referral: None }
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

    /// Sets [`Self::referral`].
    pub fn with_referral(mut self, referral: impl Into<Referral>) -> Self {
        self.referral = Some(referral.into());
        self
    }
}

impl Default for ConversationReferralPayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ConversationReferralPayload {
    const NAME: &'static str = "ConversationReferralPayload";
    const KEYS: &'static [&'static str] = &["conversation", "user", "source", "referral"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation = None;
        let mut user = None;
        let mut source = None;
        let mut referral = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut conversation),
                1 => object.value(&mut user),
                2 => object.value(&mut source),
                3 => object.value(&mut referral),
                _ => object.skip(),
            }?;
        }
        Ok(Self { conversation, user, source, referral })
    }
}

impl<'de> Deserialize<'de> for ConversationReferralPayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationReferralPayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("conversation", &self.conversation);
        object.option("user", &self.user);
        object.option("source", &self.source);
        object.option("referral", &self.referral);
        object.end()
    }
}
