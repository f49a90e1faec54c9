// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An Instagram Direct integration.
///
/// Integration type, here `instagram` (Instagram Direct).
///
/// To set one up:
///
/// - Note the id and the secret of your Facebook app; apps are created at
///   [developer.facebook.com](https://developer.facebook.com).
/// - Submit the app to Meta for app review with three permissions: `pages_manage_metadata` (sets a webhook,
///   and fetches the Page Access Tokens of pages and apps which the app user administers), and
///   `instagram_basic` and `instagram_manage_messages` (fetch basic Instagram account information and send
///   messages).
/// - Obtain a Page Access Token from your user, then call `CreateIntegration` with that token, the app id
///   and the app secret.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Instagram {
    /// Unique id of the integration.
    pub id: String,
    /// See [`IntegrationStatus`].
    pub status: Option<IntegrationStatus>,
    /// Name by which people recognise the integration; at most 100 characters.
    pub display_name: Option<String>,
    /// Id of the integration's default responder, the one that sends messages to the end user.
    ///
    /// Details: [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    pub default_responder_id: Option<String>,
    /// See [`Responder`].
    pub default_responder: Option<Responder>,
    /// Whether end users see a disclaimer on messages that an AI responder generates.
    ///
    /// An absent value counts as `true`. With `false`, complying with the AI regulations that apply to the
    /// integration, and to every region where it operates, becomes your responsibility.
    pub show_ai_disclaimer: Option<bool>,
    /// Page Access Token of the Facebook page to which the Instagram account is linked.
    pub page_access_token: Option<Secret>,
    /// Id of your Facebook app.
    pub app_id: Option<String>,
    /// Secret of your Facebook app.
    pub app_secret: Option<Secret>,
    /// Name of the Instagram Business account.
    pub business_name: Option<String>,
    /// Unique username of the Instagram Business account.
    pub business_username: Option<String>,
    /// Id of the Facebook page to which the Instagram Business account is linked.
    pub page_id: Option<String>,
    /// Id of the Instagram Business account.
    pub business_id: Option<String>,
    /// Username of the Facebook user. Returned when the integration is made through the Dashboard.
    pub username: Option<String>,
    /// User id of the Facebook user. Returned when the integration is made through the Dashboard.
    pub user_id: Option<String>,
    /// Whether a text reply or a reaction to the business's story generates a message.
    pub story_replies_enabled: Option<bool>,
    /// Whether an end user who mentions the business in their own story causes a referral event.
    ///
    /// See [conversation
    /// referrals](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/conversation-referrals/).
    pub story_mentions_enabled: Option<bool>,
}

impl Instagram {
    /// Made of what is required; all else is unset.
    pub fn new(page_access_token: impl Into<Secret>, app_id: impl Into<String>, app_secret: impl Into<Secret>) -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            page_access_token: Some(page_access_token.into()),
            app_id: Some(app_id.into()),
            app_secret: Some(app_secret.into()),
            business_name: None,
            business_username: None,
            page_id: None,
            business_id: None,
            username: None,
            user_id: None,
            story_replies_enabled: None,
            story_mentions_enabled: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::status`].
    pub fn with_status(mut self, status: impl Into<IntegrationStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Sets [`Self::default_responder_id`].
    pub fn with_default_responder_id(mut self, default_responder_id: impl Into<String>) -> Self {
        self.default_responder_id = Some(default_responder_id.into());
        self
    }

    /// Sets [`Self::default_responder`].
    pub fn with_default_responder(mut self, default_responder: impl Into<Responder>) -> Self {
        self.default_responder = Some(default_responder.into());
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

    /// Sets [`Self::app_id`].
    pub fn with_app_id(mut self, app_id: impl Into<String>) -> Self {
        self.app_id = Some(app_id.into());
        self
    }

    /// Sets [`Self::app_secret`].
    pub fn with_app_secret(mut self, app_secret: impl Into<Secret>) -> Self {
        self.app_secret = Some(app_secret.into());
        self
    }

    /// Sets [`Self::business_name`].
    pub fn with_business_name(mut self, business_name: impl Into<String>) -> Self {
        self.business_name = Some(business_name.into());
        self
    }

    /// Sets [`Self::business_username`].
    pub fn with_business_username(mut self, business_username: impl Into<String>) -> Self {
        self.business_username = Some(business_username.into());
        self
    }

    /// Sets [`Self::page_id`].
    pub fn with_page_id(mut self, page_id: impl Into<String>) -> Self {
        self.page_id = Some(page_id.into());
        self
    }

    /// Sets [`Self::business_id`].
    pub fn with_business_id(mut self, business_id: impl Into<String>) -> Self {
        self.business_id = Some(business_id.into());
        self
    }

    /// Sets [`Self::username`].
    pub fn with_username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }

    /// Sets [`Self::user_id`].
    pub fn with_user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = Some(user_id.into());
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

impl Fields for Instagram {
    const NAME: &'static str = "Instagram";
    const KEYS: &'static [&'static str] = &[
        "id",
        "status",
        "displayName",
        "defaultResponderId",
        "defaultResponder",
        "showAIDisclaimer",
        "pageAccessToken",
        "appId",
        "appSecret",
        "businessName",
        "businessUsername",
        "pageId",
        "businessId",
        "username",
        "userId",
        "storyRepliesEnabled",
        "storyMentionsEnabled",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut status = None;
        let mut display_name = None;
        let mut default_responder_id = None;
        let mut default_responder = None;
        let mut show_ai_disclaimer = None;
        let mut page_access_token = None;
        let mut app_id = None;
        let mut app_secret = None;
        let mut business_name = None;
        let mut business_username = None;
        let mut page_id = None;
        let mut business_id = None;
        let mut username = None;
        let mut user_id = None;
        let mut story_replies_enabled = None;
        let mut story_mentions_enabled = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut status),
                2 => object.value(&mut display_name),
                3 => object.value(&mut default_responder_id),
                4 => object.value(&mut default_responder),
                5 => object.value(&mut show_ai_disclaimer),
                6 => object.value(&mut page_access_token),
                7 => object.value(&mut app_id),
                8 => object.value(&mut app_secret),
                9 => object.value(&mut business_name),
                10 => object.value(&mut business_username),
                11 => object.value(&mut page_id),
                12 => object.value(&mut business_id),
                13 => object.value(&mut username),
                14 => object.value(&mut user_id),
                15 => object.value(&mut story_replies_enabled),
                16 => object.value(&mut story_mentions_enabled),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            id,
            status,
            display_name,
            default_responder_id,
            default_responder,
            show_ai_disclaimer,
            page_access_token,
            app_id,
            app_secret,
            business_name,
            business_username,
            page_id,
            business_id,
            username,
            user_id,
            story_replies_enabled,
            story_mentions_enabled,
        })
    }
}

impl<'de> Deserialize<'de> for Instagram {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Instagram {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("defaultResponderId", &self.default_responder_id);
        object.option("defaultResponder", &self.default_responder);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("pageAccessToken", &self.page_access_token);
        object.option("appId", &self.app_id);
        object.option("appSecret", &self.app_secret);
        object.option("businessName", &self.business_name);
        object.option("businessUsername", &self.business_username);
        object.option("pageId", &self.page_id);
        object.option("businessId", &self.business_id);
        object.option("username", &self.username);
        object.option("userId", &self.user_id);
        object.option("storyRepliesEnabled", &self.story_replies_enabled);
        object.option("storyMentionsEnabled", &self.story_mentions_enabled);
        object.end()
    }
}
