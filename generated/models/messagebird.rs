// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A MessageBird integration, for text messages.
///
/// Integration type, here `messagebird`.
///
/// To set one up, call `CreateIntegration` with the access key, the signing key and the MessageBird number
/// to use. The id and the `webhookSecret` of the returned integration are needed for the webhook's
/// configuration in MessageBird.
///
/// Add a step in the Flow Builder of that number:
///
/// - Create a "Call HTTP endpoint with SMS" flow.
/// - For Incoming SMS, choose the SMS number.
/// - Click Forward to URL, with the method POST.
/// - As the URL, enter
///   `https://app.smooch.io/api/messagebird/webhooks/{appId}/{integrationId}/{webhookSecret}`, filled in
///   with the id and the secret from the response.
/// - Set the Content-Type header to `application/json`.
/// - Save, then publish.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Messagebird {
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
    /// Public API key of the MessageBird account.
    #[serde(rename = "accessKey", skip_serializing_if = "Option::is_none")]
    pub access_key: Option<Secret>,
    /// Signing key of the MessageBird account, with which the origin of webhooks is validated.
    #[serde(rename = "signingKey", skip_serializing_if = "Option::is_none")]
    pub signing_key: Option<Secret>,
    /// Phone number whose incoming messages all go to Sunshine Conversations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub originator: Option<String>,
    /// Secret for configuring webhooks in MessageBird.
    #[serde(rename = "webhookSecret", skip_serializing_if = "Option::is_none")]
    pub webhook_secret: Option<Secret>,
}

impl Messagebird {
    /// Made of what is required; all else is unset.
    pub fn new(access_key: impl Into<Secret>, signing_key: impl Into<Secret>, originator: impl Into<String>) -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            access_key: Some(access_key.into()),
            signing_key: Some(signing_key.into()),
            originator: Some(originator.into()),
            webhook_secret: None,
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

    /// Sets [`Self::access_key`].
    pub fn with_access_key(mut self, access_key: impl Into<Secret>) -> Self {
        self.access_key = Some(access_key.into());
        self
    }

    /// Sets [`Self::signing_key`].
    pub fn with_signing_key(mut self, signing_key: impl Into<Secret>) -> Self {
        self.signing_key = Some(signing_key.into());
        self
    }

    /// Sets [`Self::originator`].
    pub fn with_originator(mut self, originator: impl Into<String>) -> Self {
        self.originator = Some(originator.into());
        self
    }

    /// Sets [`Self::webhook_secret`].
    pub fn with_webhook_secret(mut self, webhook_secret: impl Into<Secret>) -> Self {
        self.webhook_secret = Some(webhook_secret.into());
        self
    }
}
