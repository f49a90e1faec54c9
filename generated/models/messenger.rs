// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A Facebook Messenger integration.
///
/// Integration type, here `messenger` (Facebook Messenger).
///
/// To set one up:
///
/// - Note the id and the secret of your Facebook app; apps are created at
///   [developer.facebook.com](https://developer.facebook.com).
/// - Submit the app to Meta for app review with two permissions: `pages_manage_metadata` (sets a webhook,
///   and fetches the Page Access Tokens of pages and apps which the app user administers) and
///   `pages_messaging` (sends messages).
/// - Obtain a Page Access Token from your user, then call `CreateIntegration` with that token, the app id
///   and the app secret.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Messenger {
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
    /// Facebook Page Access Token.
    pub page_access_token: Option<Secret>,
    /// Id of the Facebook app.
    pub app_id: Option<String>,
    /// Secret of the Facebook app.
    pub app_secret: Option<Secret>,
    /// Id of the Facebook page.
    pub page_id: Option<Number>,
    /// Name of the Facebook page.
    pub page_name: Option<String>,
}

impl Messenger {
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
            page_id: None,
            page_name: None,
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

    /// Sets [`Self::page_id`].
    pub fn with_page_id(mut self, page_id: impl Into<Number>) -> Self {
        self.page_id = Some(page_id.into());
        self
    }

    /// Sets [`Self::page_name`].
    pub fn with_page_name(mut self, page_name: impl Into<String>) -> Self {
        self.page_name = Some(page_name.into());
        self
    }
}

impl Fields for Messenger {
    const NAME: &'static str = "Messenger";
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
        "pageId",
        "pageName",
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
        let mut page_id = None;
        let mut page_name = None;
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
                9 => object.with(lenient::Digits, &mut page_id),
                10 => object.value(&mut page_name),
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
            page_id,
            page_name,
        })
    }
}

impl<'de> Deserialize<'de> for Messenger {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Messenger {
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
        object.option("pageId", &self.page_id);
        object.option("pageName", &self.page_name);
        object.end()
    }
}
