// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Changes to a Web Messenger integration.
    ///
    /// Used in [`IntegrationUpdate`].
    pub struct WebIntegrationUpdate {
        /// Display name of the integration; 1 to 100 characters. Set it to `null` to remove it.
        patch display_name: String = "displayName", with_display_name, clear_display_name;
        /// ID of the integration's default responder, which is the one that sends messages to the end user.
        ///
        /// See the [Switchboard
        /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
        patch default_responder_id: String = "defaultResponderId", with_default_responder_id, clear_default_responder_id;
        /// Whether end users see a disclaimer on messages that an AI responder generates.
        ///
        /// Defaults to `true`.
        ///
        /// **Important:** with `false`, it is up to you to see that the integration complies with the AI
        /// regulations of every region in which it operates.
        option show_ai_disclaimer: bool = "showAIDisclaimer", with_show_ai_disclaimer;
        /// Color of the messenger's header, and of its button or tab while idle. A hexadecimal color of 3 or 6
        /// characters.
        ///
        /// Defaults to `65758e`.
        option brand_color: String = "brandColor", with_brand_color;
        /// Whether the introduction pane stays pinned above the conversation; otherwise it scrolls along.
        ///
        /// Defaults to `false`.
        option fixed_intro_pane: bool = "fixedIntroPane", with_fixed_intro_pane;
        /// Color of customer messages, quick replies and footer actions. A hexadecimal color of 3 or 6
        /// characters.
        ///
        /// Defaults to `0099ff`.
        option conversation_color: String = "conversationColor", with_conversation_color;
        /// Color of the calls to action in messages. A hexadecimal color of 3 or 6 characters.
        ///
        /// Defaults to `0099ff`.
        option action_color: String = "actionColor", with_action_color;
        /// How the messenger appears on the website: `button` or `tab`.
        ///
        /// Defaults to `button`.
        option display_style: String = "displayStyle", with_display_style;
        /// URL of a custom button icon, for the `button` style. Takes a JPG, PNG or GIF image of at least 200 x
        /// 200 pixels.
        patch button_icon_url: String = "buttonIconUrl", with_button_icon_url, clear_button_icon_url;
        /// Width of the button, for the `button` style.
        ///
        /// Defaults to `58`.
        option button_width: String = "buttonWidth", with_button_width;
        /// Height of the button, for the `button` style.
        ///
        /// Defaults to `58`.
        option button_height: String = "buttonHeight", with_button_height;
        /// IDs of the integrations to show in the Web Messenger, in this order.
        ///
        /// Integrations that are not in the list stay hidden; without a list, all are shown.
        patch integration_order: [String] = "integrationOrder", with_integration_order, clear_integration_order;
        /// Custom business name for the Web Messenger.
        option business_name: String = "businessName", with_business_name;
        /// URL of a custom business icon for the Web Messenger. Takes a JPG, PNG or GIF image of at least 200 x
        /// 200 pixels.
        option business_icon_url: String = "businessIconUrl", with_business_icon_url;
        /// URL of a background image for the conversation, tiled until it fills the window.
        option background_image_url: String = "backgroundImageUrl", with_background_image_url;
        /// Origins that may initialize the Web Messenger; without a list, every origin may.
        ///
        /// Each entry has the serialized-origin form of RFC 6454, `scheme "://" host [ ":" port ]`, with `http`
        /// or `https` as the scheme.
        patch origin_whitelist: [String] = "originWhitelist", with_origin_whitelist, clear_origin_whitelist;
        /// Options of the Prechat Capture add-on.
        ///
        /// The [guide](https://docs.smooch.io/guide/web-messenger/#prechat-capture) explains the add-on.
        option prechat_capture: PrechatCapture = "prechatCapture", with_prechat_capture;
        /// Whether end users can open the list of their conversations; shown by default.
        ///
        /// Takes effect only in apps that have `settings.multiConvoEnabled` set to `true`.
        option can_user_see_conversation_list: bool = "canUserSeeConversationList", with_can_user_see_conversation_list;
        /// Whether end users may start further conversations on the Web Messenger integration, beyond their
        /// first.
        option can_user_create_more_conversations: bool = "canUserCreateMoreConversations", with_can_user_create_more_conversations;
    }

    new()

    also fits
}

body_of! { WebIntegration => WebIntegrationUpdate }
