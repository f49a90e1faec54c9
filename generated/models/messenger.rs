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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Messenger {
    /// Unique id of the integration.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// See [`IntegrationStatus`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<IntegrationStatus>,
    /// Name by which people recognise the integration; at most 100 characters.
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Id of the integration's default responder, the one that sends messages to the end user.
    ///
    /// Details: [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    #[serde(rename = "defaultResponderId", skip_serializing_if = "Option::is_none")]
    pub default_responder_id: Option<String>,
    /// See [`Responder`].
    #[serde(rename = "defaultResponder", skip_serializing_if = "Option::is_none")]
    pub default_responder: Option<Responder>,
    /// Whether end users see a disclaimer on messages that an AI responder generates.
    ///
    /// An absent value counts as `true`. With `false`, complying with the AI regulations that apply to the
    /// integration, and to every region where it operates, becomes your responsibility.
    #[serde(rename = "showAIDisclaimer", skip_serializing_if = "Option::is_none")]
    pub show_ai_disclaimer: Option<bool>,
    /// Facebook Page Access Token.
    #[serde(rename = "pageAccessToken", skip_serializing_if = "Option::is_none")]
    pub page_access_token: Option<Secret>,
    /// Id of the Facebook app.
    #[serde(rename = "appId", skip_serializing_if = "Option::is_none")]
    pub app_id: Option<String>,
    /// Secret of the Facebook app.
    #[serde(rename = "appSecret", skip_serializing_if = "Option::is_none")]
    pub app_secret: Option<Secret>,
    /// Id of the Facebook page.
    #[serde(
        rename = "pageId",
        default,
        deserialize_with = "crate::lenient::number",
        skip_serializing_if = "Option::is_none"
    )]
    pub page_id: Option<Number>,
    /// Name of the Facebook page.
    #[serde(rename = "pageName", skip_serializing_if = "Option::is_none")]
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
