// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The activity sent.
    ///
    /// Used in [`ConversationReadPayload`].
    pub struct ConversationReadActivity {
        /// Type of activity; defaults to `conversation:read`.
        option type_: ActivityType = "type", with_type;
        /// Source of the activity.
        option source: SourceWebhook = "source", with_source;
        /// Author of the activity.
        option author: AuthorWebhook = "author", with_author;
    }

    new()
}
