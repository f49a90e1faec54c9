// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A WhatsApp integration.
///
/// Integration type, here `whatsapp`.
///
/// To set one up, use the connection information of your WhatsApp API Client. For approved brands, Sunshine
/// Conversations can host that client; the [WhatsApp
/// guide](https://docs.smooch.io/guide/whatsapp/#whatsapp-api-client) tells more about the hosting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Whatsapp {
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
    /// Fallback language of message templates sent with the shorthand syntax; `en_US` by default.
    ///
    /// The WhatsApp documentation has the details.
    #[serde(rename = "hsmFallbackLanguage", skip_serializing_if = "Option::is_none")]
    pub hsm_fallback_language: Option<String>,
    /// Business ID that belongs to the WhatsApp account.
    ///
    /// Together with `accountManagementAccessToken` it makes Message Template Reconstruction possible.
    #[serde(rename = "accountId", skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    /// Access token of the `accountId`, for queries to the WhatsApp Account Management API.
    ///
    /// Together with `accountId` it makes Message Template Reconstruction possible.
    #[serde(rename = "accountManagementAccessToken", skip_serializing_if = "Option::is_none")]
    pub account_management_access_token: Option<Secret>,
    /// Phone number of this integration's deployment, if it has one.
    #[serde(rename = "phoneNumber", skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
}

impl Whatsapp {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            hsm_fallback_language: None,
            account_id: None,
            account_management_access_token: None,
            phone_number: None,
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

    /// Sets [`Self::hsm_fallback_language`].
    pub fn with_hsm_fallback_language(mut self, hsm_fallback_language: impl Into<String>) -> Self {
        self.hsm_fallback_language = Some(hsm_fallback_language.into());
        self
    }

    /// Sets [`Self::account_id`].
    pub fn with_account_id(mut self, account_id: impl Into<String>) -> Self {
        self.account_id = Some(account_id.into());
        self
    }

    /// Sets [`Self::account_management_access_token`].
    pub fn with_account_management_access_token(mut self, account_management_access_token: impl Into<Secret>) -> Self {
        self.account_management_access_token = Some(account_management_access_token.into());
        self
    }

    /// Sets [`Self::phone_number`].
    pub fn with_phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }
}

impl Default for Whatsapp {
    fn default() -> Self {
        Self::new()
    }
}
