// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`update_conversation`](crate::ApiClient::update_conversation).
    pub struct ConversationUpdateBody {
        /// Friendly name of the conversation, which the business or the user may see.
        ///
        /// 1 to 100 characters.
        patch display_name: String = "displayName", with_display_name, clear_display_name;
        /// Short description of the conversation; 1 to 100 characters.
        patch description: String = "description", with_description, clear_description;
        /// URL of a custom icon for the conversation; 1 to 2048 characters.
        ///
        /// The image is a JPG, PNG or GIF.
        patch icon_url: String = "iconUrl", with_icon_url, clear_icon_url;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        patch metadata: Json = "metadata", with_metadata, clear_metadata;
    }

    new()
}

body_of! { Conversation => ConversationUpdateBody }
