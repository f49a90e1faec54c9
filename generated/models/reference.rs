// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// References to the sources of a bot's response.
    ///
    /// Used in [`Message`].
    pub struct Reference {
        /// URI of the content referred to; at most 2048 characters.
        ///
        /// A URL.
        default uri: String = "uri", with_uri;
        /// Optional title of the reference; 1 to 128 characters.
        option title: String = "title", with_title;
        /// Optional description of the content referred to; 1 to 256 characters.
        option description: String = "description", with_description;
    }

    new(uri: String)
}
