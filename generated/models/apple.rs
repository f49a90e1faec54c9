// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An Apple Messages for Business integration.
///
/// Integration type, here `apple` (Apple Messages for Business).
///
/// To set one up, collect the values below and call `CreateIntegration`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Apple {
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
    /// Id of the business in Apple Messages for Business.
    pub business_id: Option<String>,
    /// Apple API secret, tied to the Messaging Service Provider.
    pub api_secret: Option<Secret>,
    /// Id of the Messaging Service Provider.
    pub msp_id: Option<String>,
    /// Secret from which the state value of Apple authentication 2.0 messages is made; at least 88
    /// characters.
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

impl Fields for Apple {
    const NAME: &'static str = "Apple";
    const KEYS: &'static [&'static str] = &[
        "id",
        "status",
        "displayName",
        "defaultResponderId",
        "defaultResponder",
        "showAIDisclaimer",
        "businessId",
        "apiSecret",
        "mspId",
        "authenticationMessageSecret",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut status = None;
        let mut display_name = None;
        let mut default_responder_id = None;
        let mut default_responder = None;
        let mut show_ai_disclaimer = None;
        let mut business_id = None;
        let mut api_secret = None;
        let mut msp_id = None;
        let mut authentication_message_secret = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut status),
                2 => object.value(&mut display_name),
                3 => object.value(&mut default_responder_id),
                4 => object.value(&mut default_responder),
                5 => object.value(&mut show_ai_disclaimer),
                6 => object.value(&mut business_id),
                7 => object.value(&mut api_secret),
                8 => object.value(&mut msp_id),
                9 => object.value(&mut authentication_message_secret),
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
            business_id,
            api_secret,
            msp_id,
            authentication_message_secret,
        })
    }
}

impl<'de> Deserialize<'de> for Apple {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Apple {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("defaultResponderId", &self.default_responder_id);
        object.option("defaultResponder", &self.default_responder);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("businessId", &self.business_id);
        object.option("apiSecret", &self.api_secret);
        object.option("mspId", &self.msp_id);
        object.option("authenticationMessageSecret", &self.authentication_message_secret);
        object.end()
    }
}
