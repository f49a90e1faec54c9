// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// An item of a carousel or list.
    ///
    /// Used in [`CarouselMessage`] and [`ListMessage`].
    pub struct Item {
        /// Title of the item; 1 to 128 characters.
        default title: String = "title", with_title;
        /// Description of the item; at most 128 characters.
        option description: String = "description", with_description;
        /// URL of the image attached to the item; at most 2048 characters.
        option media_url: String = "mediaUrl", with_media_url;
        /// MIME type of the image at `mediaUrl`, if any; at most 128 characters.
        option media_type: String = "mediaType", with_media_type;
        /// Description of the media for accessibility; at most 128 characters.
        ///
        /// Optional; the file name is saved by default.
        option alt_text: String = "altText", with_alt_text;
        /// Size of the image.
        option size: ItemSize = "size", with_size;
        /// Actions that belong to the item.
        ///
        /// 1 to 3 items.
        default actions: [ActionSubset] = "actions", with_actions;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
    }

    new(title: String, actions: [ActionSubset])
}
