// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An Apple Messages for Business integration.
///
/// Integration type, here `apple` (Apple Messages for Business).
///
/// To set one up, collect the values below and call `CreateIntegration`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Apple {
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
    /// Id of the business in Apple Messages for Business.
    #[serde(rename = "businessId", skip_serializing_if = "Option::is_none")]
    pub business_id: Option<String>,
    /// Apple API secret, tied to the Messaging Service Provider.
    #[serde(rename = "apiSecret", skip_serializing_if = "Option::is_none")]
    pub api_secret: Option<Secret>,
    /// Id of the Messaging Service Provider.
    #[serde(rename = "mspId", skip_serializing_if = "Option::is_none")]
    pub msp_id: Option<String>,
    /// Secret from which the state value of Apple authentication 2.0 messages is made; at least 88
    /// characters.
    #[serde(rename = "authenticationMessageSecret", skip_serializing_if = "Option::is_none")]
    pub authentication_message_secret: Option<Secret>,
}

impl Apple {
    /// Made of what is required; all else is unset.
    pub fn new(business_id: impl Into<String>, api_secret: impl Into<Secret>, msp_id: impl Into<String>) -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            business_id: Some(business_id.into()),
            api_secret: Some(api_secret.into()),
            msp_id: Some(msp_id.into()),
            authentication_message_secret: None,
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

    /// Sets [`Self::business_id`].
    pub fn with_business_id(mut self, business_id: impl Into<String>) -> Self {
        self.business_id = Some(business_id.into());
        self
    }

    /// Sets [`Self::api_secret`].
    pub fn with_api_secret(mut self, api_secret: impl Into<Secret>) -> Self {
        self.api_secret = Some(api_secret.into());
        self
    }

    /// Sets [`Self::msp_id`].
    pub fn with_msp_id(mut self, msp_id: impl Into<String>) -> Self {
        self.msp_id = Some(msp_id.into());
        self
    }

    /// Sets [`Self::authentication_message_secret`].
    pub fn with_authentication_message_secret(mut self, authentication_message_secret: impl Into<Secret>) -> Self {
        self.authentication_message_secret = Some(authentication_message_secret.into());
        self
    }
}
