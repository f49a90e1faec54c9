// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a WhatsApp integration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WhatsAppUpdate {
    /// Name by which people recognise the integration; 1 to 100 characters. Set it to `null` to remove it.
    #[serde(rename = "displayName", default, skip_serializing_if = "Patch::is_keep")]
    pub display_name: Patch<String>,
    /// ID of the integration's default responder, which is the one that sends messages to the end user.
    ///
    /// See the [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    #[serde(rename = "defaultResponderId", default, skip_serializing_if = "Patch::is_keep")]
    pub default_responder_id: Patch<String>,
    /// Whether end users see a disclaimer on messages that an AI responder generates.
    ///
    /// An absent value counts as `true`.
    ///
    /// **Important:** with `false`, it is up to you to see that the integration complies with the AI
    /// regulations of every region in which it operates.
    #[serde(rename = "showAIDisclaimer", skip_serializing_if = "Option::is_none")]
    pub show_ai_disclaimer: Option<bool>,
    /// Fallback language of message templates sent with the shorthand syntax; `en_US` by default.
    ///
    /// The WhatsApp documentation has the details.
    #[serde(rename = "hsmFallbackLanguage", default, skip_serializing_if = "Patch::is_keep")]
    pub hsm_fallback_language: Patch<String>,
    /// Business ID that belongs to the WhatsApp account.
    ///
    /// Together with `accountManagementAccessToken` it makes Message Template Reconstruction possible.
    #[serde(rename = "accountId", default, skip_serializing_if = "Patch::is_keep")]
    pub account_id: Patch<String>,
    /// Access token of the `accountId`, for queries to the WhatsApp Account Management API.
    ///
    /// Together with `accountId` it makes Message Template Reconstruction possible.
    #[serde(rename = "accountManagementAccessToken", default, skip_serializing_if = "Patch::is_keep")]
    pub account_management_access_token: Patch<Secret>,
}

impl WhatsAppUpdate {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            display_name: Patch::Keep,
            default_responder_id: Patch::Keep,
            show_ai_disclaimer: None,
            hsm_fallback_language: Patch::Keep,
            account_id: Patch::Keep,
            account_management_access_token: Patch::Keep,
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

    /// Sets [`Self::hsm_fallback_language`].
    pub fn with_hsm_fallback_language(mut self, hsm_fallback_language: impl Into<String>) -> Self {
        self.hsm_fallback_language = Patch::Set(hsm_fallback_language.into());
        self
    }

    /// Clears [`Self::hsm_fallback_language`]: the API sets it to `null`.
    #[inline]
    pub fn clear_hsm_fallback_language(mut self) -> Self {
        self.hsm_fallback_language = Patch::Clear;
        self
    }

    /// Sets [`Self::account_id`].
    pub fn with_account_id(mut self, account_id: impl Into<String>) -> Self {
        self.account_id = Patch::Set(account_id.into());
        self
    }

    /// Clears [`Self::account_id`]: the API sets it to `null`.
    #[inline]
    pub fn clear_account_id(mut self) -> Self {
        self.account_id = Patch::Clear;
        self
    }

    /// Sets [`Self::account_management_access_token`].
    pub fn with_account_management_access_token(mut self, account_management_access_token: impl Into<Secret>) -> Self {
        self.account_management_access_token = Patch::Set(account_management_access_token.into());
        self
    }

    /// Clears [`Self::account_management_access_token`]: the API sets it to `null`.
    #[inline]
    pub fn clear_account_management_access_token(mut self) -> Self {
        self.account_management_access_token = Patch::Clear;
        self
    }
}

impl Default for WhatsAppUpdate {
    fn default() -> Self {
        Self::new()
    }
}
