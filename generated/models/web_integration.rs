// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A Web Messenger integration.
    ///
    /// Variant of [`Integration`].
    pub struct WebIntegration {
        /// Unique id of the integration.
        ///
        /// Read-only: not sent in requests.
        assigned id: IntegrationId = "id";
        /// Status of the integration.
        ///
        /// Read-only: not sent in requests.
        option status: IntegrationStatus = "status", read_only;
        /// Display name of the integration; at most 100 characters.
        option display_name: String = "displayName", with_display_name;
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
        option button_icon_url: String = "buttonIconUrl", with_button_icon_url;
        /// Width of the button, for the `button` style.
        ///
        /// Defaults to `58`.
        option button_width: String = "buttonWidth", with_button_width;
        /// Height of the button, for the `button` style.
        ///
        /// Defaults to `58`.
        option button_height: String = "buttonHeight", with_button_height;
        /// Ids of the integrations to show in the Web Messenger, in this order.
        ///
        /// Integrations that are not in the list stay hidden; without a list, all are shown.
        option integration_order: [String] = "integrationOrder" as List, with_integration_order;
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
        option origin_whitelist: [String] = "originWhitelist" as List, with_origin_whitelist;
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
        /// Whether end users may send attachments; `true` by default. Zendesk Admin Center is the only place to
        /// change it.
        ///
        /// Read-only: not sent in requests.
        option attachments_enabled: bool = "attachmentsEnabled", read_only;
        /// Id of the integration's default responder, the one that sends messages to the end user.
        ///
        /// Details: [Switchboard
        /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
        ///
        /// Write-only: not in responses.
        option default_responder_id: String = "defaultResponderId", with_default_responder_id;
        /// Default responder of the integration: the one that sends messages to the end user.
        ///
        /// Details: [Switchboard
        /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
        ///
        /// Read-only: not sent in requests.
        option default_responder: Responder = "defaultResponder", read_only;
        /// Whether end users see a disclaimer on messages that an AI responder generates.
        ///
        /// Defaults to `true`. With `false`, you are responsible for compliance with the AI regulations that
        /// apply to the integration in all of its regions.
        option show_ai_disclaimer: bool = "showAIDisclaimer", with_show_ai_disclaimer;
    }

    tag "type" = "web"

    new()
}
