// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A Mailgun integration, for email.
///
/// Integration type, here `mailgun`.
///
/// To set one up, copy the active API key from the API Keys tab of the Mailgun dashboard's settings page.
/// Then call `CreateIntegration` with the key, a domain configured in Mailgun and the incoming address to
/// use, which has to belong to the domain given in `domain`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mailgun {
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
    /// Public API key of the Mailgun account.
    #[serde(rename = "apiKey", skip_serializing_if = "Option::is_none")]
    pub api_key: Option<Secret>,
    /// Webhook signing key of the Mailgun account.
    ///
    /// Without it, webhook signatures are validated with `apiKey`; it is therefore required when the
    /// account's signing key and API key differ.
    #[serde(rename = "signingKey", skip_serializing_if = "Option::is_none")]
    pub signing_key: Option<Secret>,
    /// Domain through which email is relayed; it must be configured and verified in the Mailgun account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// Address whose incoming email all goes to Sunshine Conversations. It also serves as the Reply-To
    /// address.
    #[serde(rename = "incomingAddress", skip_serializing_if = "Option::is_none")]
    pub incoming_address: Option<String>,
    /// Whether outgoing emails leave out the unsubscribe link; by default all of them include it.
    ///
    /// A business that turns this on is expected to offer end users another way to unsubscribe.
    #[serde(rename = "hideUnsubscribeLink", skip_serializing_if = "Option::is_none")]
    pub hide_unsubscribe_link: Option<bool>,
    /// Email address for From and Reply-To, where it has to differ from `incomingAddress`; `null` unsets it.
    ///
    /// Use it only if the address forwards its email to `incomingAddress`: replies of end users are lost
    /// otherwise. The domain also has to be properly configured as a mail provider, or the end user's email
    /// client may flag the messages as spam.
    #[serde(rename = "fromAddress", skip_serializing_if = "Option::is_none")]
    pub from_address: Option<String>,
}

impl Mailgun {
    /// Made of what is required; all else is unset.
    pub fn new(api_key: impl Into<Secret>, domain: impl Into<String>, incoming_address: impl Into<String>) -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            api_key: Some(api_key.into()),
            signing_key: None,
            domain: Some(domain.into()),
            incoming_address: Some(incoming_address.into()),
            hide_unsubscribe_link: None,
            from_address: None,
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

    /// Sets [`Self::api_key`].
    pub fn with_api_key(mut self, api_key: impl Into<Secret>) -> Self {
        self.api_key = Some(api_key.into());
        self
    }

    /// Sets [`Self::signing_key`].
    pub fn with_signing_key(mut self, signing_key: impl Into<Secret>) -> Self {
        self.signing_key = Some(signing_key.into());
        self
    }

    /// Sets [`Self::domain`].
    pub fn with_domain(mut self, domain: impl Into<String>) -> Self {
        self.domain = Some(domain.into());
        self
    }

    /// Sets [`Self::incoming_address`].
    pub fn with_incoming_address(mut self, incoming_address: impl Into<String>) -> Self {
        self.incoming_address = Some(incoming_address.into());
        self
    }

    /// Sets [`Self::hide_unsubscribe_link`].
    pub fn with_hide_unsubscribe_link(mut self, hide_unsubscribe_link: impl Into<bool>) -> Self {
        self.hide_unsubscribe_link = Some(hide_unsubscribe_link.into());
        self
    }

    /// Sets [`Self::from_address`].
    pub fn with_from_address(mut self, from_address: impl Into<String>) -> Self {
        self.from_address = Some(from_address.into());
        self
    }
}
