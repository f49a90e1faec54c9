// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

union! {
    /// The content of a message: text, a file, a carousel and so on.
    ///
    /// Used in [`Message`], [`MessagePost`] and [`MessageWebhook`].
    pub enum Content by "type" {
        /// `carousel`
        Carousel(CarouselMessage) = "carousel",
        /// `file`
        File(FileMessage) = "file",
        /// `form`
        Form(FormMessage) = "form",
        /// `formResponse`
        FormResponse(FormResponseMessage) = "formResponse",
        /// `image`
        Image(ImageMessage) = "image",
        /// `list`
        List(ListMessage) = "list",
        /// `location`
        Location(LocationMessage) = "location",
        /// `template`
        Template(TemplateMessage) = "template",
        /// `text`
        Text(TextMessage) = "text",
    }

    text Text(TextMessage)

    find {
        /// Returns the `text` of a variant that has one, unless it is read-only. `None` for an unknown variant.
        text: String {
            File(content) => content.text.as_ref()?,
            Form(content) => content.text.as_ref()?,
            Image(content) => content.text.as_ref()?,
            Text(content) => content.text.as_ref()?,
        }
    }
}
