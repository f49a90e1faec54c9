// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a Web Messenger integration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WebUpdate {
    /// Name by which people recognise the integration; 1 to 100 characters. Set it to `null` to remove it.
    #[serde(rename = "displayName", default, skip_serializing_if = "Patch::is_keep")]
    pub display_name: Patch<String>,
    /// ID of the integration's default responder, which is the one that sends messages to the end user.
    ///
    /// See the [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    #[serde(rename = "defaultResponderId", default, skip_serializing_if = "Patch::is_keep")]
    pub default_responder_id: Patch<String>,
    /// Whether end users see a disclaimer on messages that an AI responder generates.
    ///
    /// An absent value counts as `true`.
    ///
    /// **Important:** with `false`, it is up to you to see that the integration complies with the AI
    /// regulations of every region in which it operates.
    #[serde(rename = "showAIDisclaimer", skip_serializing_if = "Option::is_none")]
    pub show_ai_disclaimer: Option<bool>,
    /// Color of the messenger's header, and of its button or tab while idle. A hexadecimal color of 3 or 6
    /// characters.
    #[serde(rename = "brandColor", skip_serializing_if = "Option::is_none")]
    pub brand_color: Option<String>,
    /// Whether the introduction pane stays pinned above the conversation; otherwise it scrolls along.
    #[serde(rename = "fixedIntroPane", skip_serializing_if = "Option::is_none")]
    pub fixed_intro_pane: Option<bool>,
    /// Color of customer messages, quick replies and footer actions. A hexadecimal color of 3 or 6
    /// characters.
    #[serde(rename = "conversationColor", skip_serializing_if = "Option::is_none")]
    pub conversation_color: Option<String>,
    /// Color of the calls to action in messages. A hexadecimal color of 3 or 6 characters.
    #[serde(rename = "actionColor", skip_serializing_if = "Option::is_none")]
    pub action_color: Option<String>,
    /// How the messenger appears on the website: `button` or `tab`.
    #[serde(rename = "displayStyle", skip_serializing_if = "Option::is_none")]
    pub display_style: Option<String>,
    /// URL of your own button icon, for the `button` style. Takes a JPG, PNG or GIF image of at least 200 x
    /// 200 pixels.
    #[serde(rename = "buttonIconUrl", default, skip_serializing_if = "Patch::is_keep")]
    pub button_icon_url: Patch<String>,
    /// Width of the button, for the `button` style.
    #[serde(rename = "buttonWidth", skip_serializing_if = "Option::is_none")]
    pub button_width: Option<String>,
    /// Height of the button, for the `button` style.
    #[serde(rename = "buttonHeight", skip_serializing_if = "Option::is_none")]
    pub button_height: Option<String>,
    /// IDs of the integrations to show in the Web Messenger, in this order.
    ///
    /// Integrations that are not in the list stay hidden; without a list, all are shown.
    #[serde(rename = "integrationOrder", default, skip_serializing_if = "Patch::is_keep")]
    pub integration_order: Patch<Vec<String>>,
    /// Custom business name for the Web Messenger.
    #[serde(rename = "businessName", skip_serializing_if = "Option::is_none")]
    pub business_name: Option<String>,
    /// URL of a custom business icon for the Web Messenger. Takes a JPG, PNG or GIF image of at least 200 x
    /// 200 pixels.
    #[serde(rename = "businessIconUrl", skip_serializing_if = "Option::is_none")]
    pub business_icon_url: Option<String>,
    /// URL of a background image for the conversation, tiled until it fills the window.
    #[serde(rename = "backgroundImageUrl", skip_serializing_if = "Option::is_none")]
    pub background_image_url: Option<String>,
    /// Origins that may initialize the Web Messenger; without a list, every origin may.
    ///
    /// Each entry has the serialized-origin form of RFC 6454, `scheme "://" host [ ":" port ]`, with `http`
    /// or `https` as the scheme.
    #[serde(rename = "originWhitelist", default, skip_serializing_if = "Patch::is_keep")]
    pub origin_whitelist: Patch<Vec<String>>,
    /// Options of the Prechat Capture add-on.
    ///
    /// The [guide](https://docs.smooch.io/guide/web-messenger/#prechat-capture) explains the add-on.
    #[serde(rename = "prechatCapture", skip_serializing_if = "Option::is_none")]
    pub prechat_capture: Option<PrechatCapture>,
    /// Whether end users can open the list of their conversations; shown by default.
    ///
    /// Takes effect only in apps that have `settings.multiConvoEnabled` set to `true`.
    #[serde(rename = "canUserSeeConversationList", skip_serializing_if = "Option::is_none")]
    pub can_user_see_conversation_list: Option<bool>,
    /// Whether end users may start further conversations on the Web Messenger integration, beyond their
    /// first.
    #[serde(rename = "canUserCreateMoreConversations", skip_serializing_if = "Option::is_none")]
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
