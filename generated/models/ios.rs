// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An iOS SDK integration.
///
/// Integration type, here `ios`.
///
/// To set one up, call `CreateIntegration` with an Apple Push Notification certificate, encoded in Base64,
/// from the [Apple Developer Portal](https://developer.apple.com/).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Ios {
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
    /// Binary APN certificate, encoded in Base64.
    ///
    /// This terminal command does the encoding: `openssl base64 -in YOUR_CERTIFICATE.p12 | tr -d '\n'`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Secret>,
    /// Password of the APN certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<Secret>,
    /// Whether to connect to the APN production environment rather than the sandbox.
    ///
    /// When left out, the value is inferred from the certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub production: Option<bool>,
    /// Whether the application badge shows the conversation's unread count.
    #[serde(rename = "autoUpdateBadge", skip_serializing_if = "Option::is_none")]
    pub auto_update_badge: Option<bool>,
    /// Whether end users can open the list of their conversations; shown by default.
    ///
    /// Takes effect only in apps that have `settings.multiConvoEnabled` set to `true`.
    #[serde(rename = "canUserSeeConversationList", skip_serializing_if = "Option::is_none")]
    pub can_user_see_conversation_list: Option<bool>,
    /// Whether end users may start further conversations on the iOS integration, beyond their first.
    #[serde(rename = "canUserCreateMoreConversations", skip_serializing_if = "Option::is_none")]
    pub can_user_create_more_conversations: Option<bool>,
    /// Whether end users may send attachments; `true` by default. Zendesk Admin Center is the only place to
    /// change it.
    #[serde(rename = "attachmentsEnabled", skip_serializing_if = "Option::is_none")]
    pub attachments_enabled: Option<bool>,
}

impl Ios {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            certificate: None,
            password: None,
            production: None,
            auto_update_badge: None,
            can_user_see_conversation_list: None,
            can_user_create_more_conversations: None,
            attachments_enabled: None,
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

    /// Sets [`Self::certificate`].
    pub fn with_certificate(mut self, certificate: impl Into<Secret>) -> Self {
        self.certificate = Some(certificate.into());
        self
    }

    /// Sets [`Self::password`].
    pub fn with_password(mut self, password: impl Into<Secret>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// Sets [`Self::production`].
    pub fn with_production(mut self, production: impl Into<bool>) -> Self {
        self.production = Some(production.into());
        self
    }

    /// Sets [`Self::auto_update_badge`].
    pub fn with_auto_update_badge(mut self, auto_update_badge: impl Into<bool>) -> Self {
        self.auto_update_badge = Some(auto_update_badge.into());
        self
    }

    /// Sets [`Self::can_user_see_conversation_list`].
    pub fn with_can_user_see_conversation_list(mut self, can_user_see_conversation_list: impl Into<bool>) -> Self {
        self.can_user_see_conversation_list = Some(can_user_see_conversation_list.into());
        self
    }

    /// Sets [`Self::can_user_create_more_conversations`].
    pub fn with_can_user_create_more_conversations(
        mut self,
        can_user_create_more_conversations: impl Into<bool>,
    ) -> Self {
        self.can_user_create_more_conversations = Some(can_user_create_more_conversations.into());
        self
    }

    /// Sets [`Self::attachments_enabled`].
    pub fn with_attachments_enabled(mut self, attachments_enabled: impl Into<bool>) -> Self {
        self.attachments_enabled = Some(attachments_enabled.into());
        self
    }
}

impl Default for Ios {
    fn default() -> Self {
        Self::new()
    }
}
