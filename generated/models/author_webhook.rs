// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Author of the activity.
    ///
    /// Used in [`ConversationReadActivity`], [`ConversationTypingActivity`] and [`MessageWebhook`].
    pub struct AuthorWebhook {
        /// Kind of author: `business` or `user`.
        default type_: AuthorType = "type", with_type;
        /// ID of the user; supported only when `type` is `user`.
        option user_id: UserId = "userId", with_user_id;
        /// User who wrote the message or activity.
        ///
        /// Its `profile` is included if the `includeFullUser` option is enabled.
        option user: User = "user", with_user;
        /// The name of the author.
        option display_name: String = "displayName", with_display_name;
        /// The URL of the author's avatar.
        option avatar_url: String = "avatarUrl", with_avatar_url;
        /// Subtypes of the author.
        ///
        /// - `AI`, with the type `business`: AI generated the message. The text that the customer is sent ends
        ///   with a disclaimer; on third-party channels this holds for messages of type image, file and text.
        /// - `activity`: a system activity generated the message.
        /// - `agent`: a human agent wrote the message. In responses only.
        /// - `bot`: a bot agent wrote the message. In responses only.
        ///
        /// Each item: exactly 1 item. Each item: no item occurs twice.
        option subtypes: [AuthorSubtype] = "subtypes", with_subtypes;
    }

    new(type_: AuthorType)

    from AuthorType {
        type_ => Self::new(type_),
        /// Returns `true` if [`Self::type_`] is `business`.
        is_business: Business,
        /// Returns `true` if [`Self::type_`] is `user`.
        is_user: User,
    }
}

same_object! { AuthorWebhook => Author }
