// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A Twilio integration, for text messages.
///
/// Integration type, here `twilio`.
///
/// To set one up, obtain the required values from the user and call `CreateIntegration`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Twilio {
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
    /// SID of the Twilio account.
    #[serde(rename = "accountSid", skip_serializing_if = "Option::is_none")]
    pub account_sid: Option<String>,
    /// Auth token of the Twilio account.
    #[serde(rename = "authToken", skip_serializing_if = "Option::is_none")]
    pub auth_token: Option<Secret>,
    /// SID of one phone number. Creating a Twilio integration requires this or `messagingServiceSid`.
    #[serde(rename = "phoneNumberSid", skip_serializing_if = "Option::is_none")]
    pub phone_number_sid: Option<String>,
    /// SID of one messaging service. Creating a Twilio integration requires this or `phoneNumberSid`.
    #[serde(rename = "messagingServiceSid", skip_serializing_if = "Option::is_none")]
    pub messaging_service_sid: Option<String>,
}

impl Twilio {
    /// Made of what is required; all else is unset.
    pub fn new(account_sid: impl Into<String>, auth_token: impl Into<Secret>) -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            account_sid: Some(account_sid.into()),
            auth_token: Some(auth_token.into()),
            phone_number_sid: None,
            messaging_service_sid: None,
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

    /// Sets [`Self::account_sid`].
    pub fn with_account_sid(mut self, account_sid: impl Into<String>) -> Self {
        self.account_sid = Some(account_sid.into());
        self
    }

    /// Sets [`Self::auth_token`].
    pub fn with_auth_token(mut self, auth_token: impl Into<Secret>) -> Self {
        self.auth_token = Some(auth_token.into());
        self
    }

    /// Sets [`Self::phone_number_sid`].
    pub fn with_phone_number_sid(mut self, phone_number_sid: impl Into<String>) -> Self {
        self.phone_number_sid = Some(phone_number_sid.into());
        self
    }

    /// Sets [`Self::messaging_service_sid`].
    pub fn with_messaging_service_sid(mut self, messaging_service_sid: impl Into<String>) -> Self {
        self.messaging_service_sid = Some(messaging_service_sid.into());
        self
    }
}
