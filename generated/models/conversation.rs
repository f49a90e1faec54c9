// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A conversation between the business and one or more users.
    ///
    /// Used in [`ConversationListResponse`] and [`ConversationResponse`].
    pub struct Conversation {
        /// Unique ID of the conversation.
        required id: ConversationId = "id", with_id;
        /// Type of a conversation.
        option type_: ConversationType = "type", with_type;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
        /// Switchboard integration that has control of the conversation; absent if there is none.
        option active_switchboard_integration: SwitchboardIntegrationWebhook = "activeSwitchboardIntegration", with_active_switchboard_integration;
        /// Switchboard integration that waits for control; absent if control was never offered to one.
        option pending_switchboard_integration: SwitchboardIntegrationWebhook = "pendingSwitchboardIntegration", with_pending_switchboard_integration;
        /// The ID of the brand that the conversation belongs to.
        ///
        /// Read-only: not sent in requests.
        option brand_id: String = "brandId", read_only;
        /// Whether this is the user's default conversation.
        ///
        /// `true` only for the earliest personal conversation that was created for that user.
        option is_default: bool = "isDefault", with_is_default;
        /// Friendly name of the conversation, which the business or the user may see.
        ///
        /// 1 to 100 characters.
        option display_name: String = "displayName", with_display_name;
        /// Short description of the conversation; 1 to 100 characters.
        option description: String = "description", with_description;
        /// URL of a custom icon for the conversation; 1 to 2048 characters.
        ///
        /// The image is a JPG, PNG or GIF.
        option icon_url: String = "iconUrl", with_icon_url;
        /// ISO 8601 timestamp of when the role business last marked the conversation as read.
        ///
        /// The format is `YYYY-MM-DDThh:mm:ss.SSSZ`.
        option business_last_read: Time = "businessLastRead", with_business_last_read;
        /// ISO 8601 timestamp of the last received message, or of creation if there are no messages.
        ///
        /// The format is `YYYY-MM-DDThh:mm:ss.SSSZ`.
        option last_updated_at: Time = "lastUpdatedAt", with_last_updated_at;
        /// ISO 8601 timestamp of the creation of the conversation (`YYYY-MM-DDThh:mm:ss.SSSZ`).
        option created_at: Time = "createdAt", with_created_at;
    }

    new(id: ConversationId)

    also blank
}
