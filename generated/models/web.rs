// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A Web Messenger integration.
///
/// Integration type, here `web` (Web Messenger).
///
/// To set one up, collect the required values and call `CreateIntegration`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Web {
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
    /// Color of the messenger's header, and of its button or tab while idle. A hexadecimal color of 3 or 6
    /// characters.
    pub brand_color: Option<String>,
    /// Whether the introduction pane stays pinned above the conversation; otherwise it scrolls along.
    pub fixed_intro_pane: Option<bool>,
    /// Color of customer messages, quick replies and footer actions. A hexadecimal color of 3 or 6
    /// characters.
    pub conversation_color: Option<String>,
    /// Color of the calls to action in messages. A hexadecimal color of 3 or 6 characters.
    pub action_color: Option<String>,
    /// How the messenger appears on the website: `button` or `tab`.
    pub display_style: Option<String>,
    /// URL of your own button icon, for the `button` style. Takes a JPG, PNG or GIF image of at least 200 x
    /// 200 pixels.
    pub button_icon_url: Option<String>,
    /// Width of the button, for the `button` style.
    pub button_width: Option<String>,
    /// Height of the button, for the `button` style.
    pub button_height: Option<String>,
    /// Ids of the integrations to show in the Web Messenger, in this order.
    ///
    /// Integrations that are not in the list stay hidden; without a list, all are shown.
    pub integration_order: Option<Vec<String>>,
    /// Custom business name for the Web Messenger.
    pub business_name: Option<String>,
    /// URL of a custom business icon for the Web Messenger. Takes a JPG, PNG or GIF image of at least 200 x
    /// 200 pixels.
    pub business_icon_url: Option<String>,
    /// URL of a background image for the conversation, tiled until it fills the window.
    pub background_image_url: Option<String>,
    /// Origins that may initialize the Web Messenger; without a list, every origin may.
    ///
    /// Each entry has the serialized-origin form of RFC 6454, `scheme "://" host [ ":" port ]`, with `http`
    /// or `https` as the scheme.
    pub origin_whitelist: Option<Vec<String>>,
    /// Options of the Prechat Capture add-on.
    ///
    /// The [guide](https://docs.smooch.io/guide/web-messenger/#prechat-capture) explains the add-on.
    pub prechat_capture: Option<PrechatCapture>,
    /// Whether end users can open the list of their conversations; shown by default.
    ///
    /// Takes effect only in apps that have `settings.multiConvoEnabled` set to `true`.
    pub can_user_see_conversation_list: Option<bool>,
    /// Whether end users may start further conversations on the Web Messenger integration, beyond their
    /// first.
    pub can_user_create_more_conversations: Option<bool>,
    /// Whether end users may send attachments; `true` by default. Zendesk Admin Center is the only place to
    /// change it.
    pub attachments_enabled: Option<bool>,
}

impl Web {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            brand_color: None,
            fixed_intro_pane: None,
            conversation_color: None,
            action_color: None,
            display_style: None,
            button_icon_url: None,
            button_width: None,
            button_height: None,
            integration_order: None,
            business_name: None,
            business_icon_url: None,
            background_image_url: None,
            origin_whitelist: None,
            prechat_capture: None,
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

    /// Sets [`Self::brand_color`].
    pub fn with_brand_color(mut self, brand_color: impl Into<String>) -> Self {
        self.brand_color = Some(brand_color.into());
        self
    }

    /// Sets [`Self::fixed_intro_pane`].
    pub fn with_fixed_intro_pane(mut self, fixed_intro_pane: impl Into<bool>) -> Self {
        self.fixed_intro_pane = Some(fixed_intro_pane.into());
        self
    }

    /// Sets [`Self::conversation_color`].
    pub fn with_conversation_color(mut self, conversation_color: impl Into<String>) -> Self {
        self.conversation_color = Some(conversation_color.into());
        self
    }

    /// Sets [`Self::action_color`].
    pub fn with_action_color(mut self, action_color: impl Into<String>) -> Self {
        self.action_color = Some(action_color.into());
        self
    }

    /// Sets [`Self::display_style`].
    pub fn with_display_style(mut self, display_style: impl Into<String>) -> Self {
        self.display_style = Some(display_style.into());
        self
    }

    /// Sets [`Self::button_icon_url`].
    pub fn with_button_icon_url(mut self, button_icon_url: impl Into<String>) -> Self {
        self.button_icon_url = Some(button_icon_url.into());
        self
    }

    /// Sets [`Self::button_width`].
    pub fn with_button_width(mut self, button_width: impl Into<String>) -> Self {
        self.button_width = Some(button_width.into());
        self
    }

    /// Sets [`Self::button_height`].
    pub fn with_button_height(mut self, button_height: impl Into<String>) -> Self {
        self.button_height = Some(button_height.into());
        self
    }

    /// Sets [`Self::integration_order`].
    pub fn with_integration_order(mut self, integration_order: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.integration_order = Some(integration_order.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::business_name`].
    pub fn with_business_name(mut self, business_name: impl Into<String>) -> Self {
        self.business_name = Some(business_name.into());
        self
    }

    /// Sets [`Self::business_icon_url`].
    pub fn with_business_icon_url(mut self, business_icon_url: impl Into<String>) -> Self {
        self.business_icon_url = Some(business_icon_url.into());
        self
    }

    /// Sets [`Self::background_image_url`].
    pub fn with_background_image_url(mut self, background_image_url: impl Into<String>) -> Self {
        self.background_image_url = Some(background_image_url.into());
        self
    }

    /// Sets [`Self::origin_whitelist`].
    pub fn with_origin_whitelist(mut self, origin_whitelist: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.origin_whitelist = Some(origin_whitelist.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::prechat_capture`].
    pub fn with_prechat_capture(mut self, prechat_capture: impl Into<PrechatCapture>) -> Self {
        self.prechat_capture = Some(prechat_capture.into());
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

impl Default for Web {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Web {
    const NAME: &'static str = "Web";
    const KEYS: &'static [&'static str] = &[
        "id",
        "status",
        "displayName",
        "defaultResponderId",
        "defaultResponder",
        "showAIDisclaimer",
        "brandColor",
        "fixedIntroPane",
        "conversationColor",
        "actionColor",
        "displayStyle",
        "buttonIconUrl",
        "buttonWidth",
        "buttonHeight",
        "integrationOrder",
        "businessName",
        "businessIconUrl",
        "backgroundImageUrl",
        "originWhitelist",
        "prechatCapture",
        "canUserSeeConversationList",
        "canUserCreateMoreConversations",
        "attachmentsEnabled",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut status = None;
        let mut display_name = None;
        let mut default_responder_id = None;
        let mut default_responder = None;
        let mut show_ai_disclaimer = None;
        let mut brand_color = None;
        let mut fixed_intro_pane = None;
        let mut conversation_color = None;
        let mut action_color = None;
        let mut display_style = None;
        let mut button_icon_url = None;
        let mut button_width = None;
        let mut button_height = None;
        let mut integration_order = None;
        let mut business_name = None;
        let mut business_icon_url = None;
        let mut background_image_url = None;
        let mut origin_whitelist = None;
        let mut prechat_capture = None;
        let mut can_user_see_conversation_list = None;
        let mut can_user_create_more_conversations = None;
        let mut attachments_enabled = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut status),
                2 => object.value(&mut display_name),
                3 => object.value(&mut default_responder_id),
                4 => object.value(&mut default_responder),
                5 => object.value(&mut show_ai_disclaimer),
                6 => object.value(&mut brand_color),
                7 => object.value(&mut fixed_intro_pane),
                8 => object.value(&mut conversation_color),
                9 => object.value(&mut action_color),
                10 => object.value(&mut display_style),
                11 => object.value(&mut button_icon_url),
                12 => object.value(&mut button_width),
                13 => object.value(&mut button_height),
                14 => object.with(lenient::List, &mut integration_order),
                15 => object.value(&mut business_name),
                16 => object.value(&mut business_icon_url),
                17 => object.value(&mut background_image_url),
                18 => object.with(lenient::List, &mut origin_whitelist),
                19 => object.value(&mut prechat_capture),
                20 => object.value(&mut can_user_see_conversation_list),
                21 => object.value(&mut can_user_create_more_conversations),
                22 => object.value(&mut attachments_enabled),
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
            brand_color,
            fixed_intro_pane,
            conversation_color,
            action_color,
            display_style,
            button_icon_url,
            button_width,
            button_height,
            integration_order,
            business_name,
            business_icon_url,
            background_image_url,
            origin_whitelist,
            prechat_capture,
            can_user_see_conversation_list,
            can_user_create_more_conversations,
            attachments_enabled,
        })
    }
}

impl<'de> Deserialize<'de> for Web {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Web {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("defaultResponderId", &self.default_responder_id);
        object.option("defaultResponder", &self.default_responder);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("brandColor", &self.brand_color);
        object.option("fixedIntroPane", &self.fixed_intro_pane);
        object.option("conversationColor", &self.conversation_color);
        object.option("actionColor", &self.action_color);
        object.option("displayStyle", &self.display_style);
        object.option("buttonIconUrl", &self.button_icon_url);
        object.option("buttonWidth", &self.button_width);
        object.option("buttonHeight", &self.button_height);
        object.option("integrationOrder", &self.integration_order);
        object.option("businessName", &self.business_name);
        object.option("businessIconUrl", &self.business_icon_url);
        object.option("backgroundImageUrl", &self.background_image_url);
        object.option("originWhitelist", &self.origin_whitelist);
        object.option("prechatCapture", &self.prechat_capture);
        object.option("canUserSeeConversationList", &self.can_user_see_conversation_list);
        object.option("canUserCreateMoreConversations", &self.can_user_create_more_conversations);
        object.option("attachmentsEnabled", &self.attachments_enabled);
        object.end()
    }
}
