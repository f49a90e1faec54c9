// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A Twilio integration, for text messages.
///
/// Integration type, here `twilio`.
///
/// To set one up, obtain the required values from the user and call `CreateIntegration`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Twilio {
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
    /// SID of the Twilio account.
    pub account_sid: Option<String>,
    /// Auth token of the Twilio account.
    pub auth_token: Option<Secret>,
    /// SID of one phone number. Creating a Twilio integration requires this or `messagingServiceSid`.
    pub phone_number_sid: Option<String>,
    /// SID of one messaging service. Creating a Twilio integration requires this or `phoneNumberSid`.
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

impl Fields for Twilio {
    const NAME: &'static str = "Twilio";
    const KEYS: &'static [&'static str] = &[
        "id",
        "status",
        "displayName",
        "defaultResponderId",
        "defaultResponder",
        "showAIDisclaimer",
        "accountSid",
        "authToken",
        "phoneNumberSid",
        "messagingServiceSid",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut status = None;
        let mut display_name = None;
        let mut default_responder_id = None;
        let mut default_responder = None;
        let mut show_ai_disclaimer = None;
        let mut account_sid = None;
        let mut auth_token = None;
        let mut phone_number_sid = None;
        let mut messaging_service_sid = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut status),
                2 => object.value(&mut display_name),
                3 => object.value(&mut default_responder_id),
                4 => object.value(&mut default_responder),
                5 => object.value(&mut show_ai_disclaimer),
                6 => object.value(&mut account_sid),
                7 => object.value(&mut auth_token),
                8 => object.value(&mut phone_number_sid),
                9 => object.value(&mut messaging_service_sid),
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
            account_sid,
            auth_token,
            phone_number_sid,
            messaging_service_sid,
        })
    }
}

impl<'de> Deserialize<'de> for Twilio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Twilio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("defaultResponderId", &self.default_responder_id);
        object.option("defaultResponder", &self.default_responder);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("accountSid", &self.account_sid);
        object.option("authToken", &self.auth_token);
        object.option("phoneNumberSid", &self.phone_number_sid);
        object.option("messagingServiceSid", &self.messaging_service_sid);
        object.end()
    }
}
