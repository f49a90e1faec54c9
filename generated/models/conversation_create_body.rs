// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`create_conversation`](crate::ApiClient::create_conversation).
    pub struct ConversationCreateBody {
        /// Type of a conversation.
        required type_: ConversationType = "type", with_type;
        /// Users who take part in the conversation.
        ///
        /// A `personal` conversation requires exactly 1; an `sdkGroup` conversation takes at most 10 and may
        /// omit the field to start with no participants.
        ///
        /// At most 10 items.
        option participants: [ParticipantCreate] = "participants", with_participants;
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
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
    }

    new(type_: ConversationType)

    from ConversationType {
        type_ => Self::new(type_),
        /// Returns `true` if [`Self::type_`] is `personal`.
        is_personal: Personal,
        /// Returns `true` if [`Self::type_`] is `sdkGroup`.
        is_sdk_group: SdkGroup,
    }
}
