// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to an Instagram Direct integration.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InstagramUpdate {
    /// Name by which people recognise the integration; 1 to 100 characters. Set it to `null` to remove it.
    pub display_name: Patch<String>,
    /// ID of the integration's default responder, which is the one that sends messages to the end user.
    ///
    /// See the [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    pub default_responder_id: Patch<String>,
    /// Whether end users see a disclaimer on messages that an AI responder generates.
    ///
    /// An absent value counts as `true`.
    ///
    /// **Important:** with `false`, it is up to you to see that the integration complies with the AI
    /// regulations of every region in which it operates.
    pub show_ai_disclaimer: Option<bool>,
    /// Facebook Page Access Token.
    pub page_access_token: Option<Secret>,
    /// Whether a text reply or a reaction to the business's story generates a message.
    pub story_replies_enabled: Option<bool>,
    /// Whether a user who mentions the business in their own story causes a referral event.
    ///
    /// See [conversation
    /// referrals](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/conversation-referrals/).
    pub story_mentions_enabled: Option<bool>,
}

impl InstagramUpdate {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            display_name: Patch::Keep,
            default_responder_id: Patch::Keep,
            show_ai_disclaimer: None,
            page_access_token: None,
            story_replies_enabled: None,
            story_mentions_enabled: None,
        }
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Patch::Set(display_name.into());
        self
    }

    /// Clears [`Self::display_name`]: the API sets it to `null`.
    #[inline]
    pub fn clear_display_name(mut self) -> Self {
        self.display_name = Patch::Clear;
        self
    }

    /// Sets [`Self::default_responder_id`].
    pub fn with_default_responder_id(mut self, default_responder_id: impl Into<String>) -> Self {
        self.default_responder_id = Patch::Set(default_responder_id.into());
        self
    }

    /// Clears [`Self::default_responder_id`]: the API sets it to `null`.
    #[inline]
    pub fn clear_default_responder_id(mut self) -> Self {
        self.default_responder_id = Patch::Clear;
        self
    }

    /// Sets [`Self::show_ai_disclaimer`].
    pub fn with_show_ai_disclaimer(mut self, show_ai_disclaimer: impl Into<bool>) -> Self {
        self.show_ai_disclaimer = Some(show_ai_disclaimer.into());
        self
    }

    /// Sets [`Self::page_access_token`].
    pub fn with_page_access_token(mut self, page_access_token: impl Into<Secret>) -> Self {
        self.page_access_token = Some(page_access_token.into());
        self
    }

    /// Sets [`Self::story_replies_enabled`].
    pub fn with_story_replies_enabled(mut self, story_replies_enabled: impl Into<bool>) -> Self {
        self.story_replies_enabled = Some(story_replies_enabled.into());
        self
    }

    /// Sets [`Self::story_mentions_enabled`].
    pub fn with_story_mentions_enabled(mut self, story_mentions_enabled: impl Into<bool>) -> Self {
        self.story_mentions_enabled = Some(story_mentions_enabled.into());
        self
    }
}

impl Default for InstagramUpdate {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for InstagramUpdate {
    const NAME: &'static str = "InstagramUpdate";
    const KEYS: &'static [&'static str] = &[
        "displayName",
        "defaultResponderId",
        "showAIDisclaimer",
        "pageAccessToken",
        "storyRepliesEnabled",
        "storyMentionsEnabled",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut display_name = Patch::Keep;
        let mut default_responder_id = Patch::Keep;
        let mut show_ai_disclaimer = None;
        let mut page_access_token = None;
        let mut story_replies_enabled = None;
        let mut story_mentions_enabled = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut display_name),
                1 => object.value(&mut default_responder_id),
                2 => object.value(&mut show_ai_disclaimer),
                3 => object.value(&mut page_access_token),
                4 => object.value(&mut story_replies_enabled),
                5 => object.value(&mut story_mentions_enabled),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            display_name,
            default_responder_id,
            show_ai_disclaimer,
            page_access_token,
            story_replies_enabled,
            story_mentions_enabled,
        })
    }
}

impl<'de> Deserialize<'de> for InstagramUpdate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for InstagramUpdate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.patch("displayName", &self.display_name);
        object.patch("defaultResponderId", &self.default_responder_id);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("pageAccessToken", &self.page_access_token);
        object.option("storyRepliesEnabled", &self.story_replies_enabled);
        object.option("storyMentionsEnabled", &self.story_mentions_enabled);
        object.end()
    }
}
