// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A LINE integration.
///
/// Integration type, here `line`.
///
/// Each of your customers has to configure a webhook by hand, on the configuration page of their LINE bot,
/// that leads to the servers of Sunshine Conversations; instructing them how is up to you.
///
/// Call `CreateIntegration` once you hold all the required information. The customer then enters the
/// Callback URL on their LINE Business Center page, using the id of the returned integration:
/// `https://app.smooch.io:443/api/line/webhooks/{appId}/{integrationId}`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Line {
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
    /// LINE Channel ID.
    ///
    /// Leave it out, together with `channelSecret`, to integrate LINE and set up the webhook before LINE has
    /// issued the two values.
    pub channel_id: Option<String>,
    /// LINE Channel Secret.
    ///
    /// Leave it out, together with `channelId`, to integrate LINE and set up the webhook before LINE has
    /// issued the two values.
    pub channel_secret: Option<Secret>,
    /// LINE Channel Access Token.
    pub channel_access_token: Option<Secret>,
    /// LINE Service Code.
    pub service_code: Option<String>,
    /// LINE Switcher Secret.
    pub switcher_secret: Option<Secret>,
    /// URL that LINE shows in its [Developer Console](https://developers.line.biz/console/).
    pub qr_code_url: Option<String>,
    /// LINE Basic ID; set automatically whenever `qrCodeUrl` is updated.
    pub line_id: Option<String>,
}

impl Line {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            channel_id: None,
            channel_secret: None,
            channel_access_token: None,
            service_code: None,
            switcher_secret: None,
            qr_code_url: None,
            line_id: None,
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

    /// Sets [`Self::channel_id`].
    pub fn with_channel_id(mut self, channel_id: impl Into<String>) -> Self {
        self.channel_id = Some(channel_id.into());
        self
    }

    /// Sets [`Self::channel_secret`].
    pub fn with_channel_secret(mut self, channel_secret: impl Into<Secret>) -> Self {
        self.channel_secret = Some(channel_secret.into());
        self
    }

    /// Sets [`Self::channel_access_token`].
    pub fn with_channel_access_token(mut self, channel_access_token: impl Into<Secret>) -> Self {
        self.channel_access_token = Some(channel_access_token.into());
        self
    }

    /// Sets [`Self::service_code`].
    pub fn with_service_code(mut self, service_code: impl Into<String>) -> Self {
        self.service_code = Some(service_code.into());
        self
    }

    /// Sets [`Self::switcher_secret`].
    pub fn with_switcher_secret(mut self, switcher_secret: impl Into<Secret>) -> Self {
        self.switcher_secret = Some(switcher_secret.into());
        self
    }

    /// Sets [`Self::qr_code_url`].
    pub fn with_qr_code_url(mut self, qr_code_url: impl Into<String>) -> Self {
        self.qr_code_url = Some(qr_code_url.into());
        self
    }

    /// Sets [`Self::line_id`].
    pub fn with_line_id(mut self, line_id: impl Into<String>) -> Self {
        self.line_id = Some(line_id.into());
        self
    }
}

impl Default for Line {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Line {
    const NAME: &'static str = "Line";
    const KEYS: &'static [&'static str] = &[
        "id",
        "status",
        "displayName",
        "defaultResponderId",
        "defaultResponder",
        "showAIDisclaimer",
        "channelId",
        "channelSecret",
        "channelAccessToken",
        "serviceCode",
        "switcherSecret",
        "qrCodeUrl",
        "lineId",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut status = None;
        let mut display_name = None;
        let mut default_responder_id = None;
        let mut default_responder = None;
        let mut show_ai_disclaimer = None;
        let mut channel_id = None;
        let mut channel_secret = None;
        let mut channel_access_token = None;
        let mut service_code = None;
        let mut switcher_secret = None;
        let mut qr_code_url = None;
        let mut line_id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut status),
                2 => object.value(&mut display_name),
                3 => object.value(&mut default_responder_id),
                4 => object.value(&mut default_responder),
                5 => object.value(&mut show_ai_disclaimer),
                6 => object.value(&mut channel_id),
                7 => object.value(&mut channel_secret),
                8 => object.value(&mut channel_access_token),
                9 => object.value(&mut service_code),
                10 => object.value(&mut switcher_secret),
                11 => object.value(&mut qr_code_url),
                12 => object.value(&mut line_id),
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
            channel_id,
            channel_secret,
            channel_access_token,
            service_code,
            switcher_secret,
            qr_code_url,
            line_id,
        })
    }
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("defaultResponderId", &self.default_responder_id);
        object.option("defaultResponder", &self.default_responder);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("channelId", &self.channel_id);
        object.option("channelSecret", &self.channel_secret);
        object.option("channelAccessToken", &self.channel_access_token);
        object.option("serviceCode", &self.service_code);
        object.option("switcherSecret", &self.switcher_secret);
        object.option("qrCodeUrl", &self.qr_code_url);
        object.option("lineId", &self.line_id);
        object.end()
    }
}
