// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A WhatsApp integration.
///
/// Integration type, here `whatsapp`.
///
/// To set one up, use the connection information of your WhatsApp API Client. For approved brands, Sunshine
/// Conversations can host that client; the [WhatsApp
/// guide](https://docs.smooch.io/guide/whatsapp/#whatsapp-api-client) tells more about the hosting.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Whatsapp {
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
    /// Fallback language of message templates sent with the shorthand syntax; `en_US` by default.
    ///
    /// The WhatsApp documentation has the details.
    pub hsm_fallback_language: Option<String>,
    /// Business ID that belongs to the WhatsApp account.
    ///
    /// Together with `accountManagementAccessToken` it makes Message Template Reconstruction possible.
    pub account_id: Option<String>,
    /// Access token of the `accountId`, for queries to the WhatsApp Account Management API.
    ///
    /// Together with `accountId` it makes Message Template Reconstruction possible.
    pub account_management_access_token: Option<Secret>,
    /// Phone number of this integration's deployment, if it has one.
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

impl Fields for Whatsapp {
    const NAME: &'static str = "Whatsapp";
    const KEYS: &'static [&'static str] = &[
        "id",
        "status",
        "displayName",
        "defaultResponderId",
        "defaultResponder",
        "showAIDisclaimer",
        "hsmFallbackLanguage",
        "accountId",
        "accountManagementAccessToken",
        "phoneNumber",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut status = None;
        let mut display_name = None;
        let mut default_responder_id = None;
        let mut default_responder = None;
        let mut show_ai_disclaimer = None;
        let mut hsm_fallback_language = None;
        let mut account_id = None;
        let mut account_management_access_token = None;
        let mut phone_number = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut status),
                2 => object.value(&mut display_name),
                3 => object.value(&mut default_responder_id),
                4 => object.value(&mut default_responder),
                5 => object.value(&mut show_ai_disclaimer),
                6 => object.value(&mut hsm_fallback_language),
                7 => object.value(&mut account_id),
                8 => object.value(&mut account_management_access_token),
                9 => object.value(&mut phone_number),
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
            hsm_fallback_language,
            account_id,
            account_management_access_token,
            phone_number,
        })
    }
}

impl<'de> Deserialize<'de> for Whatsapp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Whatsapp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("defaultResponderId", &self.default_responder_id);
        object.option("defaultResponder", &self.default_responder);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("hsmFallbackLanguage", &self.hsm_fallback_language);
        object.option("accountId", &self.account_id);
        object.option("accountManagementAccessToken", &self.account_management_access_token);
        object.option("phoneNumber", &self.phone_number);
        object.end()
    }
}
