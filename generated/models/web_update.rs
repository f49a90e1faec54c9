// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a Web Messenger integration.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebUpdate {
    /// Name by which people recognise the integration; 1 to 100 characters. Set it to `null` to remove it.
    pub display_name: Patch<String>,
    /// ID of the integration's default responder, which is the one that sends messages to the end user.
    ///
    /// See the [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    pub default_responder_id: Patch<String>,
    /// Whether end users see a disclaimer on messages that an AI responder generates.
    ///
    /// An absent value counts as `true`.
    ///
    /// **Important:** with `false`, it is up to you to see that the integration complies with the AI
    /// regulations of every region in which it operates.
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
    pub button_icon_url: Patch<String>,
    /// Width of the button, for the `button` style.
    pub button_width: Option<String>,
    /// Height of the button, for the `button` style.
    pub button_height: Option<String>,
    /// IDs of the integrations to show in the Web Messenger, in this order.
    ///
    /// Integrations that are not in the list stay hidden; without a list, all are shown.
    pub integration_order: Patch<Vec<String>>,
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
    pub origin_whitelist: Patch<Vec<String>>,
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
}

impl WebUpdate {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            display_name: Patch::Keep,
            default_responder_id: Patch::Keep,
            show_ai_disclaimer: None,
            brand_color: None,
            fixed_intro_pane: None,
            conversation_color: None,
            action_color: None,
            display_style: None,
            button_icon_url: Patch::Keep,
            button_width: None,
            button_height: None,
            integration_order: Patch::Keep,
            business_name: None,
            business_icon_url: None,
            background_image_url: None,
            origin_whitelist: Patch::Keep,
            prechat_capture: None,
            can_user_see_conversation_list: None,
            can_user_create_more_conversations: None,
        }
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Patch::Set(display_name.into());
        self
    }

    /// Clears [`Self::display_name`]: the API sets it to `null`.
    #[inline]
    pub fn clear_display_name(mut self) -> Self {
        self.display_name = Patch::Clear;
        self
    }

    /// Sets [`Self::default_responder_id`].
    pub fn with_default_responder_id(mut self, default_responder_id: impl Into<String>) -> Self {
        self.default_responder_id = Patch::Set(default_responder_id.into());
        self
    }

    /// Clears [`Self::default_responder_id`]: the API sets it to `null`.
    #[inline]
    pub fn clear_default_responder_id(mut self) -> Self {
        self.default_responder_id = Patch::Clear;
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
        self.button_icon_url = Patch::Set(button_icon_url.into());
        self
    }

    /// Clears [`Self::button_icon_url`]: the API sets it to `null`.
    #[inline]
    pub fn clear_button_icon_url(mut self) -> Self {
        self.button_icon_url = Patch::Clear;
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
        self.integration_order = Patch::Set(integration_order.into_iter().map(Into::into).collect());
        self
    }

    /// Clears [`Self::integration_order`]: the API sets it to `null`.
    #[inline]
    pub fn clear_integration_order(mut self) -> Self {
        self.integration_order = Patch::Clear;
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
        self.origin_whitelist = Patch::Set(origin_whitelist.into_iter().map(Into::into).collect());
        self
    }

    /// Clears [`Self::origin_whitelist`]: the API sets it to `null`.
    #[inline]
    pub fn clear_origin_whitelist(mut self) -> Self {
        self.origin_whitelist = Patch::Clear;
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
}

impl Default for WebUpdate {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for WebUpdate {
    const NAME: &'static str = "WebUpdate";
    const KEYS: &'static [&'static str] = &[
        "displayName",
        "defaultResponderId",
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
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut display_name = Patch::Keep;
        let mut default_responder_id = Patch::Keep;
        let mut show_ai_disclaimer = None;
        let mut brand_color = None;
        let mut fixed_intro_pane = None;
        let mut conversation_color = None;
        let mut action_color = None;
        let mut display_style = None;
        let mut button_icon_url = Patch::Keep;
        let mut button_width = None;
        let mut button_height = None;
        let mut integration_order = Patch::Keep;
        let mut business_name = None;
        let mut business_icon_url = None;
        let mut background_image_url = None;
        let mut origin_whitelist = Patch::Keep;
        let mut prechat_capture = None;
        let mut can_user_see_conversation_list = None;
        let mut can_user_create_more_conversations = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut display_name),
                1 => object.value(&mut default_responder_id),
                2 => object.value(&mut show_ai_disclaimer),
                3 => object.value(&mut brand_color),
                4 => object.value(&mut fixed_intro_pane),
                5 => object.value(&mut conversation_color),
                6 => object.value(&mut action_color),
                7 => object.value(&mut display_style),
                8 => object.value(&mut button_icon_url),
                9 => object.value(&mut button_width),
                10 => object.value(&mut button_height),
                11 => object.value(&mut integration_order),
                12 => object.value(&mut business_name),
                13 => object.value(&mut business_icon_url),
                14 => object.value(&mut background_image_url),
                15 => object.value(&mut origin_whitelist),
                16 => object.value(&mut prechat_capture),
                17 => object.value(&mut can_user_see_conversation_list),
                18 => object.value(&mut can_user_create_more_conversations),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            display_name,
            default_responder_id,
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
        })
    }
}

impl<'de> Deserialize<'de> for WebUpdate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for WebUpdate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.patch("displayName", &self.display_name);
        object.patch("defaultResponderId", &self.default_responder_id);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("brandColor", &self.brand_color);
        object.option("fixedIntroPane", &self.fixed_intro_pane);
        object.option("conversationColor", &self.conversation_color);
        object.option("actionColor", &self.action_color);
        object.option("displayStyle", &self.display_style);
        object.patch("buttonIconUrl", &self.button_icon_url);
        object.option("buttonWidth", &self.button_width);
        object.option("buttonHeight", &self.button_height);
        object.patch("integrationOrder", &self.integration_order);
        object.option("businessName", &self.business_name);
        object.option("businessIconUrl", &self.business_icon_url);
        object.option("backgroundImageUrl", &self.background_image_url);
        object.patch("originWhitelist", &self.origin_whitelist);
        object.option("prechatCapture", &self.prechat_capture);
        object.option("canUserSeeConversationList", &self.can_user_see_conversation_list);
        object.option("canUserCreateMoreConversations", &self.can_user_create_more_conversations);
        object.end()
    }
}
