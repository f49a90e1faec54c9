// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Author of a message.
    ///
    /// Used in [`ActivityPost`], [`Message`] and [`MessagePost`].
    pub struct Author {
        /// Type of the author: `user` is the end user, `business` writes for the business.
        default type_: AuthorType = "type", with_type;
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
        /// ID of the user; supported only if `type` is `user`.
        option user_id: UserId = "userId", with_user_id;
        /// The `externalId` of the user; supported only if `type` is `user`.
        ///
        /// Write-only: not in responses.
        option user_external_id: String = "userExternalId", with_user_external_id;
        /// The `brandId` of the user; 1 to 24 characters.
        ///
        /// Required if `userExternalId` names a brand-separated user; leave it out in all other cases.
        ///
        /// Write-only: not in responses.
        option brand_id: String = "brandId", with_brand_id;
        /// Name shown for the author of the message.
        option display_name: String = "displayName", with_display_name;
        /// URL of a custom icon for the message; a JPG, PNG or GIF image.
        ///
        /// 1 to 2048 characters.
        option avatar_url: String = "avatarUrl", with_avatar_url;
    }

    new(type_: AuthorType)

    from AuthorType {
        type_ => Self::new(type_),
        /// Returns `true` if [`Self::type_`] is `business`.
        is_business: Business,
        /// Returns `true` if [`Self::type_`] is `user`.
        is_user: User,
    }

    also blank
}
