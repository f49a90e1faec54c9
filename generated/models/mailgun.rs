// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A Mailgun integration, for email.
///
/// Integration type, here `mailgun`.
///
/// To set one up, copy the active API key from the API Keys tab of the Mailgun dashboard's settings page.
/// Then call `CreateIntegration` with the key, a domain configured in Mailgun and the incoming address to
/// use, which has to belong to the domain given in `domain`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Mailgun {
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
    /// Public API key of the Mailgun account.
    pub api_key: Option<Secret>,
    /// Webhook signing key of the Mailgun account.
    ///
    /// Without it, webhook signatures are validated with `apiKey`; it is therefore required when the
    /// account's signing key and API key differ.
    pub signing_key: Option<Secret>,
    /// Domain through which email is relayed; it must be configured and verified in the Mailgun account.
    pub domain: Option<String>,
    /// Address whose incoming email all goes to Sunshine Conversations. It also serves as the Reply-To
    /// address.
    pub incoming_address: Option<String>,
    /// Whether outgoing emails leave out the unsubscribe link; by default all of them include it.
    ///
    /// A business that turns this on is expected to offer end users another way to unsubscribe.
    pub hide_unsubscribe_link: Option<bool>,
    /// Email address for From and Reply-To, where it has to differ from `incomingAddress`; `null` unsets it.
    ///
    /// Use it only if the address forwards its email to `incomingAddress`: replies of end users are lost
    /// otherwise. The domain also has to be properly configured as a mail provider, or the end user's email
    /// client may flag the messages as spam.
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

impl Fields for Mailgun {
    const NAME: &'static str = "Mailgun";
    const KEYS: &'static [&'static str] = &[
        "id",
        "status",
        "displayName",
        "defaultResponderId",
        "defaultResponder",
        "showAIDisclaimer",
        "apiKey",
        "signingKey",
        "domain",
        "incomingAddress",
        "hideUnsubscribeLink",
        "fromAddress",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut status = None;
        let mut display_name = None;
        let mut default_responder_id = None;
        let mut default_responder = None;
        let mut show_ai_disclaimer = None;
        let mut api_key = None;
        let mut signing_key = None;
        let mut domain = None;
        let mut incoming_address = None;
        let mut hide_unsubscribe_link = None;
        let mut from_address = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut status),
                2 => object.value(&mut display_name),
                3 => object.value(&mut default_responder_id),
                4 => object.value(&mut default_responder),
                5 => object.value(&mut show_ai_disclaimer),
                6 => object.value(&mut api_key),
                7 => object.value(&mut signing_key),
                8 => object.value(&mut domain),
                9 => object.value(&mut incoming_address),
                10 => object.value(&mut hide_unsubscribe_link),
                11 => object.value(&mut from_address),
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
            api_key,
            signing_key,
            domain,
            incoming_address,
            hide_unsubscribe_link,
            from_address,
        })
    }
}

impl<'de> Deserialize<'de> for Mailgun {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Mailgun {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("defaultResponderId", &self.default_responder_id);
        object.option("defaultResponder", &self.default_responder);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("apiKey", &self.api_key);
        object.option("signingKey", &self.signing_key);
        object.option("domain", &self.domain);
        object.option("incomingAddress", &self.incoming_address);
        object.option("hideUnsubscribeLink", &self.hide_unsubscribe_link);
        object.option("fromAddress", &self.from_address);
        object.end()
    }
}
