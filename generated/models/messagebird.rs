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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Messagebird {
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
    /// Public API key of the MessageBird account.
    pub access_key: Option<Secret>,
    /// Signing key of the MessageBird account, with which the origin of webhooks is validated.
    pub signing_key: Option<Secret>,
    /// Phone number whose incoming messages all go to Sunshine Conversations.
    pub originator: Option<String>,
    /// Secret for configuring webhooks in MessageBird.
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

impl Fields for Messagebird {
    const NAME: &'static str = "Messagebird";
    const KEYS: &'static [&'static str] = &[
        "id",
        "status",
        "displayName",
        "defaultResponderId",
        "defaultResponder",
        "showAIDisclaimer",
        "accessKey",
        "signingKey",
        "originator",
        "webhookSecret",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut status = None;
        let mut display_name = None;
        let mut default_responder_id = None;
        let mut default_responder = None;
        let mut show_ai_disclaimer = None;
        let mut access_key = None;
        let mut signing_key = None;
        let mut originator = None;
        let mut webhook_secret = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut status),
                2 => object.value(&mut display_name),
                3 => object.value(&mut default_responder_id),
                4 => object.value(&mut default_responder),
                5 => object.value(&mut show_ai_disclaimer),
                6 => object.value(&mut access_key),
                7 => object.value(&mut signing_key),
                8 => object.value(&mut originator),
                9 => object.value(&mut webhook_secret),
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
            access_key,
            signing_key,
            originator,
            webhook_secret,
        })
    }
}

impl<'de> Deserialize<'de> for Messagebird {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Messagebird {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("defaultResponderId", &self.default_responder_id);
        object.option("defaultResponder", &self.default_responder);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("accessKey", &self.access_key);
        object.option("signingKey", &self.signing_key);
        object.option("originator", &self.originator);
        object.option("webhookSecret", &self.webhook_secret);
        object.end()
    }
}
